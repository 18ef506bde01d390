/**
 * Why there is no answer.
 * - `gone`: the object is not there any more
 * - `app_gone`: the program left the bus, before or while it was asked
 * - `timed_out`, `cancelled`: asked, and given up; it may still be carried out
 * - `unsupported`: the object has no such interface, method or property
 * - `refused`: the program understood, and will not
 * - `disconnected`: our own connection has ended
 * - `broken`: an answer in an unknown form
 */
export type TroubleKind =
  | 'gone'
  | 'app_gone'
  | 'timed_out'
  | 'cancelled'
  | 'unsupported'
  | 'refused'
  | 'disconnected'
  | 'broken';

export interface Trouble {
  readonly kind: TroubleKind;
  /** What was asked and what came of it. */
  readonly sentence: string;
}

/** Nothing here throws: what may fail gives one of these. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

export function answer<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function trouble(kind: TroubleKind, sentence: string): { ok: false; trouble: Trouble } {
  return { ok: false, trouble: { kind, sentence } };
}
