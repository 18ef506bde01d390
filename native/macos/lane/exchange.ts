import type { LaneProcess } from './lane-process';
import { parseFromLane, type Start } from './messages';
import type { LaneRequest } from './requests';

/** How a request to a lane ended. `reply` is not parsed yet. */
export type Ending =
  | { readonly kind: 'replied'; readonly reply: unknown }
  | { readonly kind: 'broke'; readonly said: string }
  | { readonly kind: 'died' };

/** A lane's process with the line to it. */
export interface RunningLane {
  /** null once it works; else why it does not. */
  readonly started: Promise<string | null>;
  readonly alive: boolean;
  ask(id: number, request: LaneRequest): Promise<Ending>;
  cancel(id: number): void;
  /** Whatever it was asked ends with it. */
  kill(): void;
}

export function runLane(lane: LaneProcess, start: Start): RunningLane {
  let alive = true;
  let tellStarted: (problem: string | null) => void = () => {};
  const started = new Promise<string | null>((resolve) => {
    tellStarted = resolve;
  });
  const waiting = new Map<number, (ending: Ending) => void>();
  const end = (id: number, ending: Ending) => {
    waiting.get(id)?.(ending);
    waiting.delete(id);
  };
  const endAll = (ending: Ending) => {
    for (const tell of waiting.values()) tell(ending);
    waiting.clear();
  };
  const died = () => {
    alive = false;
    tellStarted('Its process ended.');
    endAll({ kind: 'died' });
  };

  lane.onMessage((heard) => {
    const message = parseFromLane(heard);
    switch (message?.kind) {
      case 'ready':
        tellStarted(null);
        return;
      case 'cannot_start':
        tellStarted(message.said);
        return;
      case 'answer':
        end(message.id, { kind: 'replied', reply: message.reply });
        return;
      case 'broke':
        end(message.id, { kind: 'broke', said: message.said });
        return;
      case undefined:
        endAll({ kind: 'broke', said: 'It sent what is no message.' });
    }
  });
  lane.onExit(died);
  lane.send(start);

  return {
    started,
    get alive() {
      return alive;
    },
    ask: (id, request) =>
      new Promise((resolve) => {
        if (!alive) {
          resolve({ kind: 'died' });
          return;
        }
        waiting.set(id, resolve);
        lane.send({ kind: 'ask', id, request });
      }),
    cancel: (id) => {
      if (alive) lane.send({ kind: 'cancel', id });
    },
    kill: () => {
      lane.kill();
      died();
    },
  };
}
