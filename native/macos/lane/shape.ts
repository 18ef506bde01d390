/** What a message must look like. */
export interface Shape<out T> {
  matches(value: unknown): boolean;
  /** For the types alone: there is no such value. */
  readonly of?: T;
}

export type Of<S> = S extends Shape<infer T> ? T : never;

function shape<T>(matches: (value: unknown) => boolean): Shape<T> {
  return { matches };
}

/** @returns null where the value does not have the shape */
export function parse<T>(shape: Shape<T>, value: unknown): T | null {
  return shape.matches(value) ? (value as T) : null;
}

export const text = shape<string>((value) => typeof value === 'string');
export const truth = shape<boolean>((value) => typeof value === 'boolean');
/** Never NaN or infinite. */
export const number = shape<number>((value) => Number.isFinite(value));

export function one<const T extends string | number | boolean>(...these: readonly T[]): Shape<T> {
  return shape((value) => (these as readonly unknown[]).includes(value));
}

export function orNull<T>(inner: Shape<T>): Shape<T | null> {
  return shape((value) => value === null || inner.matches(value));
}

export function listOf<T>(inner: Shape<T>): Shape<readonly T[]> {
  return shape((value) => Array.isArray(value) && value.every((item) => inner.matches(item)));
}

type Members = Readonly<Record<string, Shape<unknown>>>;
type Made<M extends Members> = { readonly [K in keyof M]: Of<M[K]> };

/** With exactly these members. */
export function made<const M extends Members>(members: M): Shape<Made<M>> {
  const entries = Object.entries(members);
  return shape(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).length === entries.length &&
      entries.every(([key, inner]) => inner.matches((value as Record<string, unknown>)[key])),
  );
}

export function either<const S extends readonly Shape<unknown>[]>(...these: S): Shape<Of<S[number]>> {
  return shape((value) => these.some((inner) => inner.matches(value)));
}
