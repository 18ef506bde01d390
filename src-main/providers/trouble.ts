/** What is used of an error that a model's API answered with. */
export interface ApiAnswer {
  /** null for an error in the middle of a stream. */
  readonly status: number | null;
  /** The API's word for it, like `overloaded_error`; empty where it said none. */
  readonly type: string;
  readonly message: string;
  readonly headers: Headers | null;
}

/** Why a model could not be heard to the end, whoever's SDK threw it. */
export type Trouble =
  /** The answer ended, or stopped making sense, before it was complete. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'unreachable'; readonly error: Error }
  | { readonly kind: 'answered'; readonly answer: ApiAnswer }
  /** Nothing that an API or the way to it is known to do. */
  | { readonly kind: 'strange'; readonly thrown: unknown };

/** Reads what one SDK throws. */
export type ReadTrouble = (thrown: unknown) => Trouble;
