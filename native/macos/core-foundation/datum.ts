import { type AxErrorName, axErrorName } from '../declarations/ax-error';
import type { CGPoint, CGRect, CGSize } from '../declarations/c-type';
import type {
  AXUIElementRef,
  AXValueRef,
  CFArrayRef,
  CFDictionaryRef,
  CFTypeRef,
} from '../declarations/refs';
import { axValueTypes } from '../declarations/values';
import type { Cf } from './cf';
import { makeString, type TextRange } from './create';
import { Borrowed, type Held, type Scope } from './ownership';
import { booleanIn, numberIn, stringIn } from './read';

/**
 * What an attribute holds. An element or a dictionary is borrowed from what was read: it is retained by whoever keeps it. `other` is an object
 * of a type that accessibility does not speak of, or one that could not be read.
 */
export type AxDatum =
  | { readonly kind: 'null' | 'other' }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'point'; readonly value: CGPoint }
  | { readonly kind: 'size'; readonly value: CGSize }
  | { readonly kind: 'rect'; readonly value: CGRect }
  | { readonly kind: 'range'; readonly value: TextRange }
  /** In the place of a value that could not be given. */
  | { readonly kind: 'error'; readonly error: AxErrorName }
  | { readonly kind: 'element'; readonly element: Borrowed<AXUIElementRef> }
  | { readonly kind: 'array'; readonly items: readonly AxDatum[] }
  | { readonly kind: 'dictionary'; readonly dictionary: Held<CFDictionaryRef> };

/** How deep arrays are read; what lies deeper is `other`. */
const deepest = 4;

/** Looks at what the object is before it reads it: reading one type as another ends the process. */
export function datumOf(cf: Cf, held: Held<CFTypeRef>, depth = 0): AxDatum {
  const type = cf.typeOf(held);
  switch (type) {
    case null:
      return { kind: 'other' };
    case 'null':
      return { kind: 'null' };
    case 'string':
      return orOther('string', stringIn(cf, held as Held<never>));
    case 'number':
      return orOther('number', numberIn(cf, held as Held<never>));
    case 'boolean':
      return { kind: 'boolean', value: booleanIn(cf, held as Held<never>) };
    case 'element':
      return { kind: 'element', element: new Borrowed(held.ref as AXUIElementRef, held) };
    case 'value':
      return valueIn(cf, held as Held<AXValueRef>);
    case 'array':
      if (depth === deepest) return { kind: 'other' };
      return {
        kind: 'array',
        items: itemsOf(cf, held as Held<CFArrayRef>).map((item) =>
          item === null ? { kind: 'null' } : datumOf(cf, item, depth + 1),
        ),
      };
    case 'dictionary':
      return { kind: 'dictionary', dictionary: held as Held<CFDictionaryRef> };
  }
}

function orOther(kind: 'string', value: string | null): AxDatum;
function orOther(kind: 'number', value: number | null): AxDatum;
function orOther(kind: 'string' | 'number', value: string | number | null): AxDatum {
  return value === null ? { kind: 'other' } : ({ kind, value } as AxDatum);
}

/** Borrowed from the array, each at its own place; null where the array holds NULL. */
export function itemsOf({ call }: Cf, array: Held<CFArrayRef>): readonly (Borrowed<CFTypeRef> | null)[] {
  const count = Number(call.CFArrayGetCount(array.ref));
  return Array.from({ length: count }, (_, at) => {
    const ref = call.CFArrayGetValueAtIndex(array.ref, at);
    return ref === null ? null : new Borrowed(ref, array);
  });
}

/** @returns null where the dictionary has no such key */
export function entryOf(
  cf: Cf,
  scope: Scope,
  dictionary: Held<CFDictionaryRef>,
  key: string,
): AxDatum | null {
  const ref = cf.call.CFDictionaryGetValue(dictionary.ref, makeString(cf, scope, key).ref);
  return ref === null ? null : datumOf(cf, new Borrowed(ref, dictionary));
}

/** The longest record that an AXValue holds: four doubles. */
const valueBytes = 32;

function valueIn({ call }: Cf, value: Held<AXValueRef>): AxDatum {
  const type = call.AXValueGetType(value.ref);
  const bytes = new Uint8Array(valueBytes);
  if (type === axValueTypes.Illegal || call.AXValueGetValue(value.ref, type, bytes) === 0)
    return { kind: 'other' };
  const view = new DataView(bytes.buffer);
  const [a, b, c, d] = [0, 8, 16, 24].map((at) => view.getFloat64(at, true)) as [
    number,
    number,
    number,
    number,
  ];
  switch (type) {
    case axValueTypes.CGPoint:
      return { kind: 'point', value: { x: a, y: b } };
    case axValueTypes.CGSize:
      return { kind: 'size', value: { width: a, height: b } };
    case axValueTypes.CGRect:
      return { kind: 'rect', value: { origin: { x: a, y: b }, size: { width: c, height: d } } };
    case axValueTypes.CFRange: {
      const [location, length] = [0, 8].map((at) => Number(view.getBigInt64(at, true))) as [number, number];
      return { kind: 'range', value: { location, length } };
    }
    case axValueTypes.AXError:
      return { kind: 'error', error: axErrorName(view.getInt32(0, true)) };
    default:
      return { kind: 'other' };
  }
}
