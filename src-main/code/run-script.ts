import type { Json } from '../contract/messages';
import type { FromSandbox, ScriptEnd, ToSandbox } from './messages';

/** A thread that runs one script. */
export interface SandboxThread {
  send(message: ToSandbox): void;
  onMessage(heard: (message: FromSandbox) => void): void;
  /** It broke, or went without a word. */
  onGone(gone: (sentence: string) => void): void;
  /** At once, whatever it does. */
  kill(): void;
}

export type SpawnSandbox = () => SandboxThread;

/** What came of one call of a script. */
export type Answered =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly code: string; readonly sentence: string };

export interface ScriptRun {
  readonly end:
    | ScriptEnd
    | { readonly kind: 'stopped' }
    | { readonly kind: 'gone'; readonly sentence: string };
  /** What it printed, line by line, cut at `printedAtMost` characters. */
  readonly printed: readonly string[];
}

const printedAtMost = 20_000;

/** Runs a script in a thread of its own until it ends, breaks, or is told to stop. The thread is gone afterwards. */
export function runScript(
  spawn: SpawnSandbox,
  run: Extract<ToSandbox, { type: 'run' }>,
  call: (tool: string, input: Json) => Promise<Answered>,
  signal: AbortSignal,
): Promise<ScriptRun> {
  const thread = spawn();
  const printed: string[] = [];
  let room = printedAtMost;
  return new Promise((resolve) => {
    const finish = (end: ScriptRun['end']) => {
      signal.removeEventListener('abort', stop);
      thread.kill();
      resolve({ end, printed });
    };
    const stop = () => finish({ kind: 'stopped' });
    thread.onGone((sentence) => finish({ kind: 'gone', sentence }));
    thread.onMessage((message) => {
      if (message.type === 'ended') return finish(message.end);
      if (message.type === 'printed') {
        const text = message.text.slice(0, room);
        room -= text.length;
        if (text !== '') printed.push(text);
        return;
      }
      const { call: number, tool, json } = message;
      void call(tool, JSON.parse(json) as Json).then((answered) =>
        thread.send(
          answered.ok
            ? { type: 'answered', call: number, json: JSON.stringify(answered.value) }
            : { type: 'refused', call: number, code: answered.code, sentence: answered.sentence },
        ),
      );
    });
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    thread.send(run);
  });
}
