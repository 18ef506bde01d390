import { asInterfaces, type Interfaces } from './interfaces';
import { asRef, identityOf, type Ref } from './ref';
import { method } from './request';
import { type RoleWord, roleWord } from './roles';
import { asStates, type States } from './states';
import { asList, asNumber, asString, asTuple, Malformed, type Read } from './wire';

/** What a program's list of its elements says of one of them, as of the moment of asking. */
export interface Item {
  readonly identity: string;
  readonly ref: Ref;
  /** Of the parent; empty where there is none. */
  readonly parent: string;
  /** Among the parent's children; -1 where the program does not know. */
  readonly index: number;
  /** -1 where the program does not count. */
  readonly childCount: number;
  readonly interfaces: Interfaces;
  readonly name: string;
  readonly role: RoleWord;
  readonly description: string;
  readonly states: States;
}

/** `((so)(so)(so)iiassusau)`: itself, its program, its parent, and the rest. */
const asItem: Read<Item> = (value) => {
  const [self, , above, index, count, interfaces, name, role, description, states] = asTuple(value, 10);
  const ref = asRef(self);
  if (ref === null) throw new Malformed('an element', self);
  const parent = asRef(above);
  return {
    identity: identityOf(ref),
    ref,
    parent: parent === null ? '' : identityOf(parent),
    index: asNumber(index),
    childCount: asNumber(count),
    interfaces: asInterfaces(interfaces),
    name: asString(name),
    role: roleWord(asNumber(role)),
    description: asString(description),
    states: asStates(states),
  };
};

/** GTK 3 has no such method until some client has registered for events. */
export const getItems = method('Cache', 'GetItems', asList(asItem));

export function cacheAt(bus: string): Ref {
  return { bus, path: '/org/a11y/atspi/cache' };
}
