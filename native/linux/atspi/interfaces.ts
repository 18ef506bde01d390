import { asString, type Read } from './wire';

const prefix = 'org.a11y.atspi.';

/** What an object can do, by the last word of each interface: `Component`, `Text`. Ask nothing of an object that is not in here. */
export type Interfaces = ReadonlySet<string>;

/** One set for each combination that was met: a tree has thousands of nodes and a few dozen combinations. */
const met = new Map<string, Interfaces>();

export const asInterfaces: Read<Interfaces> = (value) => {
  const words = Array.isArray(value) ? value.map((each: unknown) => asString(each)) : [asString(value)];
  const key = words.join(' ');
  const known = met.get(key);
  if (known !== undefined) return known;
  const fresh = new Set(
    words.map((word) => (word.startsWith(prefix) ? word.slice(prefix.length) : word)).toSorted(),
  );
  met.set(key, fresh);
  return fresh;
};
