/** Reads one value that came over the wire; throws `Malformed` where it has another form. */
export type Read<T> = (value: unknown) => T;

/** Thrown by readers alone, and caught where they are called. */
export class Malformed extends Error {
  constructor(wanted: string, value: unknown) {
    super(`expected ${wanted}, not ${JSON.stringify(value) ?? typeof value}`);
  }
}

export const asNothing: Read<null> = () => null;

export const asString: Read<string> = (value) => {
  if (typeof value === 'string') return value;
  throw new Malformed('a string', value);
};

export const asNumber: Read<number> = (value) => {
  if (typeof value === 'number') return value;
  throw new Malformed('a number', value);
};

export const asBoolean: Read<boolean> = (value) => {
  if (typeof value === 'boolean') return value;
  throw new Malformed('a boolean', value);
};

export function asList<T>(one: Read<T>): Read<readonly T[]> {
  return (value) => {
    if (Array.isArray(value)) return value.map((item: unknown) => one(item));
    throw new Malformed('a list', value);
  };
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Malformed('a dictionary', value);
}

export const asStrings: Read<Readonly<Record<string, string>>> = (value) =>
  Object.fromEntries(Object.entries(asRecord(value)).map(([key, text]) => [key, asString(text)]));

/** The values of a structure, each of them unread. */
export function asTuple(value: unknown, length: number): readonly unknown[] {
  if (Array.isArray(value) && value.length === length) return value;
  throw new Malformed(`a structure of ${length}`, value);
}
