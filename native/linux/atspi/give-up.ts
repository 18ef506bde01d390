interface Waiting {
  readonly leave: Set<() => void>;
  readonly aborted: () => void;
}

/** One listener on a signal for all the calls that it can give up, and none while there are none. */
export class GiveUps {
  readonly #waiting = new Map<AbortSignal, Waiting>();

  /** @returns how to say that the call is over */
  on(signal: AbortSignal, leave: () => void): () => void {
    const waiting = this.#waiting.get(signal) ?? this.#begin(signal);
    waiting.leave.add(leave);
    return () => {
      waiting.leave.delete(leave);
      if (waiting.leave.size > 0) return;
      signal.removeEventListener('abort', waiting.aborted);
      if (this.#waiting.get(signal) === waiting) this.#waiting.delete(signal);
    };
  }

  #begin(signal: AbortSignal): Waiting {
    const leave = new Set<() => void>();
    const aborted = () => {
      for (const one of leave) one();
    };
    const waiting = { leave, aborted };
    this.#waiting.set(signal, waiting);
    signal.addEventListener('abort', aborted, { once: true });
    return waiting;
  }
}
