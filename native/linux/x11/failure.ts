export type X11FailureCode =
  /** There is no X server under this name, or it does not let us in. */
  | 'display_unreachable'
  /** The server went away. */
  | 'display_gone'
  | 'timed_out'
  /** The window is no longer there, or it is not shown. */
  | 'window_gone'
  | 'window_hidden'
  /** The window manager gave the focus to nobody, or to another window. */
  | 'not_activated'
  /** Somebody holds modifier keys down, so that keys would mean something else. Nothing was sent. */
  | 'keys_held'
  | 'unknown_key'
  /** The first part of a text was typed, the rest was not. */
  | 'partly_typed'
  /** The server lacks an extension. */
  | 'unsupported'
  /** The server refused a request. */
  | 'refused';

/** What happened in a sentence a person can act on, and what to do next. */
export interface X11Failure {
  readonly code: X11FailureCode;
  readonly sentence: string;
  readonly next: string;
}

export type X11Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: X11Failure };

/** Thrown inside this folder only; `answered` at its edge turns it into a failure. */
export class NoReply extends Error {
  readonly failure: X11Failure;

  constructor(code: X11FailureCode, sentence: string, next: string) {
    super(sentence);
    this.failure = { code, sentence, next };
  }
}

/** The edge: a want of a reply becomes a failure; anything else is a bug and goes on. */
export async function answered<T>(work: () => Promise<T>): Promise<X11Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    if (thrown instanceof NoReply) return { ok: false, failure: thrown.failure };
    throw thrown;
  }
}

const lookAgain = 'Take a snapshot.';

export function windowGone(): NoReply {
  return new NoReply('window_gone', 'The window is no longer there.', lookAgain);
}

export function windowHidden(): NoReply {
  return new NoReply('window_hidden', 'The window is not shown: it may be minimised.', 'Activate it first.');
}

export function displayGone(): NoReply {
  return new NoReply('display_gone', 'The X server went away.', 'Start the desktop again.');
}

export function timedOut(limitMs: number): NoReply {
  return new NoReply('timed_out', `The X server did not answer within ${limitMs} ms.`, lookAgain);
}

export function unsupported(extension: string): NoReply {
  return new NoReply(
    'unsupported',
    `This X server has no ${extension}.`,
    'Use a server that has it, as Xorg and Xvfb do.',
  );
}
