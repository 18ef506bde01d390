export interface Picture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A line to a page that speaks the Chrome DevTools Protocol, version 1.3. */
export interface Transport {
  /** Rejects where the page answers with an error, or is gone. */
  send(method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** @returns how to stop listening */
  onEvent(heard: (method: string, params: unknown) => void): () => void;
  /** Called once, when no command will be answered any more. */
  onGone(heard: (reason: string) => void): () => void;
  /** A picture of the page as PNG, one pixel for each device-independent pixel. Works for a hidden window too. */
  capture(): Promise<Picture>;
  close(): void;
}
