import type { PracticeAsked, PracticeSaid } from '../contract/practice-channel';
import type { PracticeEntry, PracticeRecord } from '../contract/practice-record';

/** What the practice page has said of itself, document by document: a new one begins an empty record. */
export class RecordKeeper {
  readonly #ask: (asked: PracticeAsked) => void;
  #document: number | null = null;
  #entries: PracticeEntry[] = [];
  #asks = 0;
  readonly #waiting = new Map<number, () => void>();
  #onReady: (() => void) | null = null;

  constructor(ask: (asked: PracticeAsked) => void) {
    this.#ask = ask;
  }

  /** Forgets everything, also who waits for the page before to answer; listens to nothing until the next page is ready. */
  startOver(): Promise<void> {
    this.#document = null;
    this.#entries = [];
    this.#waiting.clear();
    return new Promise((resolve) => {
      this.#onReady = resolve;
    });
  }

  heard(said: PracticeSaid): void {
    switch (said.kind) {
      case 'ready':
        if (this.#document === said.document) return;
        this.#document = said.document;
        this.#entries = [];
        this.#onReady?.();
        this.#onReady = null;
        return;
      case 'happened':
        if (said.document === this.#document) this.#entries.push(said.entry);
        return;
      case 'told':
        this.#waiting.get(said.ask)?.();
        this.#waiting.delete(said.ask);
        return;
    }
  }

  /** Resolves once everything that has happened so far is in the record. */
  caughtUp(): Promise<void> {
    this.#asks += 1;
    const ask = this.#asks;
    return new Promise((resolve) => {
      this.#waiting.set(ask, resolve);
      this.#ask({ ask });
    });
  }

  record(): PracticeRecord {
    return [...this.#entries];
  }
}
