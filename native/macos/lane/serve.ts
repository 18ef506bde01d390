import { openAx } from '../accessibility/ax';
import { type Clock, systemClock } from '../accessibility/clock';
import { createCf } from '../core-foundation/cf';
import { type Opened, openFrameworks } from '../frameworks';
import { answer } from './answer';
import { type FromLane, type Start, ToLane } from './messages';
import { openProgram, type Program } from './program';
import type { LaneRequest } from './requests';
import { parse } from './shape';

/** The lane's end of the line to the app. */
export interface Port {
  send(message: FromLane): void;
  listen(heard: (message: unknown) => void): void;
}

/** Works for one program, one request after the other, as the messages of the port ask for. What is no message is left aside. */
export function serve(port: Port, clock: Clock = systemClock): void {
  let begun: Begun = { ok: false, said: 'The lane was asked before it was started.' };
  let last: Promise<void> = Promise.resolve();
  const waiting = new Map<number, { cancelled: boolean }>();

  const work = async (id: number, request: LaneRequest): Promise<FromLane> => {
    const wait = waiting.get(id);
    if (!begun.ok) return { kind: 'broke', id, said: begun.said };
    try {
      const reply = await answer(begun.program, request, () => wait?.cancelled === true);
      return { kind: 'answer', id, reply };
    } catch (thrown) {
      return { kind: 'broke', id, said: thrown instanceof Error ? thrown.message : String(thrown) };
    } finally {
      waiting.delete(id);
    }
  };

  port.listen((heard) => {
    const message = parse(ToLane, heard);
    switch (message?.kind) {
      case 'start':
        begun = begin(message, clock);
        port.send(begun.ok ? { kind: 'ready' } : { kind: 'cannot_start', said: begun.said });
        return;
      case 'cancel': {
        const wait = waiting.get(message.id);
        if (wait !== undefined) wait.cancelled = true;
        return;
      }
      case 'ask': {
        waiting.set(message.id, { cancelled: false });
        const before = last;
        last = (async () => {
          await before;
          port.send(await work(message.id, message.request));
        })();
        return;
      }
      case undefined:
    }
  });
}

type Begun = { readonly ok: true; readonly program: Program } | { readonly ok: false; readonly said: string };

function begin({ pid, own, prefix, timeoutSeconds, paths }: Start, clock: Clock): Begun {
  if (own.includes(pid) || pid === process.pid)
    return { ok: false, said: 'A program that asks itself waits for ever.' };
  const opened = openFrameworks(paths);
  if (!opened.ok) return { ok: false, said: saidOf(opened) };
  const ax = openAx(createCf(opened.frameworks), timeoutSeconds);
  if (!ax.ok) return { ok: false, said: `Accessibility cannot be used: ${ax.failure.error}.` };
  const program = openProgram(ax.value, pid, prefix, clock);
  if (program.ok) return { ok: true, program: program.value };
  ax.value.close();
  return { ok: false, said: `The program cannot be reached: ${program.failure.error}.` };
}

function saidOf(opened: Extract<Opened, { readonly ok: false }>): string {
  return opened.problem === 'no_library'
    ? `There is no library at ${opened.path}: ${opened.said}`
    : `The system lacks ${opened.symbols.join(', ')}.`;
}
