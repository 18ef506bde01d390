import type { Progress } from '@modelcontextprotocol/sdk/types.js';
import type { Clock } from '../contract/clock';
import type { ToolContext } from '../tools/tool';
import { plainLine } from './plain-text';

/** Milliseconds between two words on one call's progress. */
const apart = 250;
const longestMessage = 200;

export interface ProgressTeller {
  readonly hear: (progress: Progress) => void;
  /** Nothing is said any more. What was held back is said first, unless the call was given up. */
  end(): void;
}

/** Says a call's progress as events: the first word at once, then the latest every `apart` milliseconds. */
export function tellProgress({ turn, callId, signal, emit }: ToolContext, clock: Clock): ProgressTeller {
  let latest: Progress | null = null;
  let forget: (() => void) | null = null;
  let isOver = false;

  function say({ progress, total, message }: Progress): void {
    latest = null;
    emit({
      type: 'call-progress',
      turn,
      callId,
      progress,
      total: total ?? null,
      message: message === undefined ? null : plainLine(message, longestMessage) || null,
    });
    forget = clock.after(apart, () => {
      forget = null;
      if (latest !== null) say(latest);
    });
  }

  /** The scheduler ends a call in the moment in which it aborts it: nothing may be said of it after that. */
  function stop(): void {
    isOver = true;
    forget?.();
    signal.removeEventListener('abort', stop);
  }

  if (signal.aborted) isOver = true;
  else signal.addEventListener('abort', stop);
  return {
    hear(progress) {
      if (isOver) return;
      if (forget === null) say(progress);
      else latest = progress;
    },
    end() {
      if (isOver) return;
      if (latest !== null) say(latest);
      stop();
    },
  };
}
