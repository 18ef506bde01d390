import type { RunId } from '../contract/ids';
import type { NoticeName, NoticePayload } from '../contract/ipc';
import type { TraceEvent } from '../contract/trace-event';

/** One event at a time costs the window eight times as much as an array of them. Milliseconds. */
export const gatherFor = 16;

export interface Notices {
  tell<N extends NoticeName>(name: N, payload: NoticePayload<N>): void;
  /** Goes out with its neighbours, in order, after at most `gatherFor`. */
  readonly happened: (id: RunId, event: TraceEvent) => void;
}

export interface NoticesOptions {
  readonly send: <N extends NoticeName>(name: N, payload: NoticePayload<N>) => void;
  /** Calls back once, after so many milliseconds. */
  readonly later: (work: () => void, ms: number) => void;
}

export function createNotices({ send, later }: NoticesOptions): Notices {
  let gathered: { readonly id: RunId; readonly events: TraceEvent[] } | null = null;

  function flush(): void {
    if (gathered === null) return;
    const { id, events } = gathered;
    gathered = null;
    send('trace:events', { id, events });
  }

  return {
    tell(name, payload) {
      flush();
      send(name, payload);
    },
    happened(id, event) {
      if (gathered !== null && gathered.id !== id) flush();
      if (gathered === null) {
        gathered = { id, events: [event] };
        later(flush, gatherFor);
      } else {
        gathered.events.push(event);
      }
    },
  };
}
