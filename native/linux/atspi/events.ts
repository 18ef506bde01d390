import type { Message } from 'dbus-native';
import { asRef, type Ref } from './ref';
import { asNumber, asString, asTuple, Malformed } from './wire';

/** What a program tells of an element. Never what a text says: it may be a password. */
export type AccessibleEvent =
  | {
      readonly kind: 'children_changed';
      readonly ref: Ref;
      readonly change: 'added' | 'removed' | 'other';
      readonly index: number;
      readonly child: Ref | null;
    }
  | { readonly kind: 'state_changed'; readonly ref: Ref; readonly state: string; readonly on: boolean }
  /** @property property `accessible-name`, `accessible-value`, ... */
  | { readonly kind: 'property_changed'; readonly ref: Ref; readonly property: string }
  | { readonly kind: 'text_changed'; readonly ref: Ref }
  | { readonly kind: 'bounds_changed'; readonly ref: Ref }
  | { readonly kind: 'selection_changed'; readonly ref: Ref }
  /** @property what `create`, `destroy`, `activate`, `move`, ... */
  | { readonly kind: 'window'; readonly ref: Ref; readonly what: string }
  /** @property what `TextCaretMoved`, `VisibleDataChanged`, ... */
  | { readonly kind: 'other'; readonly ref: Ref; readonly what: string };

const object = 'org.a11y.atspi.Event.Object';
const window = 'org.a11y.atspi.Event.Window';

/** The interfaces that events come by, and the families to register for. */
export const eventInterfaces = [object, window] as const;
export const eventFamilies = ['object:', 'window:'] as const;

/** null for any other signal, and for one in an unknown form. */
export function eventOf(message: Message): AccessibleEvent | null {
  const { interface: of, member, path, sender, body } = message;
  if (path === undefined || sender === undefined || member === undefined) return null;
  const ref = { bus: sender, path };
  if (of === window) return { kind: 'window', ref, what: kebab(member) };
  if (of !== object) return null;
  try {
    return objectEvent(ref, member, body ?? []);
  } catch (thrown) {
    if (thrown instanceof Malformed) return null;
    throw thrown;
  }
}

const changes: Readonly<Record<string, 'added' | 'removed'>> = { add: 'added', remove: 'removed' };

/** The body is a word, two numbers, and something of any type. */
function objectEvent(ref: Ref, member: string, body: readonly unknown[]): AccessibleEvent {
  const [word, first, , any] = body;
  switch (member) {
    case 'ChildrenChanged': {
      const change = changes[asString(word).split(':')[0] ?? ''] ?? 'other';
      return { kind: 'children_changed', ref, change, index: asNumber(first), child: childOf(any) };
    }
    case 'StateChanged':
      return { kind: 'state_changed', ref, state: asString(word), on: asNumber(first) !== 0 };
    case 'PropertyChange':
      return { kind: 'property_changed', ref, property: asString(word) };
    case 'TextChanged':
      return { kind: 'text_changed', ref };
    case 'BoundsChanged':
      return { kind: 'bounds_changed', ref };
    case 'SelectionChanged':
      return { kind: 'selection_changed', ref };
    default:
      return { kind: 'other', ref, what: member };
  }
}

function childOf(any: unknown): Ref | null {
  return Array.isArray(any) && any.length === 2 ? asRef(asTuple(any, 2)) : null;
}

/** `DesktopCreate` is `desktop-create`. */
function kebab(word: string): string {
  return word.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
}
