import { asString, asTuple, Malformed, type Read } from './wire';

/** An accessible object: the unique bus name of its program, and its path in there. The same object keeps both. */
export interface Ref {
  readonly bus: string;
  readonly path: string;
}

const nullPath = '/org/a11y/atspi/null';

/** `(so)`; null where the program says that there is none. */
export const asRef: Read<Ref | null> = (value) => {
  const [bus, path] = asTuple(value, 2);
  const ref = { bus: asString(bus), path: asString(path) };
  return ref.path === nullPath || ref.bus === '' ? null : ref;
};

/** `a(so)`, without the empty ones: GTK leaves some where a child went while it was listed. */
export const asRefs: Read<readonly Ref[]> = (value) => {
  if (!Array.isArray(value)) throw new Malformed('a list of objects', value);
  const refs: Ref[] = [];
  for (const each of value) {
    const ref = asRef(each);
    if (ref !== null) refs.push(ref);
  }
  return refs;
};

/** One word for an object, the same as long as the object lives. */
export function identityOf({ bus, path }: Ref): string {
  return `${bus} ${path}`;
}

/** null where the word is none of `identityOf`. */
export function refOf(identity: string): Ref | null {
  const [bus, path, ...rest] = identity.split(' ');
  if (bus === undefined || path === undefined || rest.length > 0 || !path.startsWith('/')) return null;
  return { bus, path };
}

/** The object that stands for a whole program. */
export function applicationAt(bus: string): Ref {
  return { bus, path: '/org/a11y/atspi/accessible/root' };
}
