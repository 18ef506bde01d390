import type { Transport } from './transport';

/** A line whose answers the test gives one by one, in the place of a page. */
export class HeldTransport implements Transport {
  readonly sent: {
    method: string;
    params: Readonly<Record<string, unknown>>;
    answer(value: unknown): void;
    refuse(sentence: string): void;
  }[] = [];
  #gone: ((reason: string) => void) | null = null;

  send(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.sent.push({
        method,
        params,
        answer: resolve,
        refuse: (sentence) => reject(new Error(sentence)),
      });
    });
  }

  onEvent(): () => void {
    return () => {};
  }

  onGone(heard: (reason: string) => void): () => void {
    this.#gone = heard;
    return () => {
      this.#gone = null;
    };
  }

  leave(reason: string): void {
    this.#gone?.(reason);
  }

  capture(): Promise<never> {
    return Promise.reject(new Error('There is nothing to see.'));
  }

  close(): void {}
}
