import type { Asker } from '../bridge/consent';
import type { EventSink } from '../contract/trace-event';

/** Whether the person has the desktop to themselves. It begins by itself or by their word, and ends by their word alone. */
export interface Hold {
  readonly isHeld: boolean;
  /** @param sentence what was seen of the person */
  begin(sentence: string): void;
  end(): void;
  untilFree(asker: Pick<Asker, 'signal' | 'suspendLimit'>): Promise<void>;
}

export function createHold(emit: EventSink): Hold {
  const waiting = new Set<() => void>();
  let isHeld = false;
  return {
    get isHeld() {
      return isHeld;
    },
    begin(sentence) {
      if (isHeld) return;
      isHeld = true;
      emit({ type: 'run-held', sentence });
    },
    end() {
      if (!isHeld) return;
      isHeld = false;
      emit({ type: 'run-resumed' });
      for (const goOn of waiting) goOn();
    },
    untilFree,
  };

  /** The person may be back before whoever waited has gone on. */
  async function untilFree(asker: Pick<Asker, 'signal' | 'suspendLimit'>): Promise<void> {
    if (!isHeld || asker.signal.aborted) return;
    const resume = asker.suspendLimit();
    await nextWord(asker.signal);
    resume();
    await untilFree(asker);
  }

  function nextWord(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const goOn = () => {
        waiting.delete(goOn);
        signal.removeEventListener('abort', goOn);
        resolve();
      };
      waiting.add(goOn);
      signal.addEventListener('abort', goOn);
    });
  }
}
