import type { CGPoint, CGRect, CGSize } from '../declarations/c-type';
import type {
  AXValueRef,
  CFArrayRef,
  CFDictionaryRef,
  CFNumberRef,
  CFStringRef,
  CFTypeRef,
} from '../declarations/refs';
import { axValueTypes, cfNumberTypes } from '../declarations/values';
import type { Cf } from './cf';
import type { Held, Owned, Scope } from './ownership';

/** Core Foundation gave NULL where it gives an object: it is out of memory. */
export class NothingMade extends Error {
  override readonly name = 'NothingMade';
}

function made<T extends CFTypeRef>(scope: Scope, ref: T | null): Owned<T> {
  if (ref === null) throw new NothingMade('Core Foundation made no object.');
  return scope.own(ref);
}

/** By its UTF-16 units, so that any string of JavaScript goes over as it is. */
export function makeString({ call }: Cf, scope: Scope, text: string): Owned<CFStringRef> {
  const units = new Uint16Array(Math.max(1, text.length));
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return made(scope, call.CFStringCreateWithCharacters(null, units, text.length));
}

/** An integer as one, anything else as a double. */
export function makeNumber({ call }: Cf, scope: Scope, value: number): Owned<CFNumberRef> {
  const whole = Number.isSafeInteger(value);
  const bytes = whole
    ? new Uint8Array(BigInt64Array.of(BigInt(value)).buffer)
    : new Uint8Array(Float64Array.of(value).buffer);
  const type = whole ? cfNumberTypes.SInt64 : cfNumberTypes.Double;
  return made(scope, call.CFNumberCreate(null, type, bytes));
}

/** The array holds a count of each item of its own. */
export function makeArray(
  { call, tables }: Cf,
  scope: Scope,
  items: readonly Held<CFTypeRef>[],
): Owned<CFArrayRef> {
  const refs = refsOf(items);
  return made(scope, call.CFArrayCreate(null, refs, items.length, tables.kCFTypeArrayCallBacks));
}

export function makeDictionary(
  { call, tables }: Cf,
  scope: Scope,
  entries: readonly (readonly [key: Held<CFTypeRef>, value: Held<CFTypeRef>])[],
): Owned<CFDictionaryRef> {
  const ref = call.CFDictionaryCreate(
    null,
    refsOf(entries.map(([key]) => key)),
    refsOf(entries.map(([, value]) => value)),
    entries.length,
    tables.kCFTypeDictionaryKeyCallBacks,
    tables.kCFTypeDictionaryValueCallBacks,
  );
  return made(scope, ref);
}

/** Never of length 0, for which there would be no address. */
function refsOf(items: readonly Held<CFTypeRef>[]): BigUint64Array {
  const refs = new BigUint64Array(Math.max(1, items.length));
  items.forEach(({ ref }, at) => {
    refs[at] = ref;
  });
  return refs;
}

export function makePoint(cf: Cf, scope: Scope, { x, y }: CGPoint): Owned<AXValueRef> {
  return makeValue(cf, scope, axValueTypes.CGPoint, Float64Array.of(x, y));
}

export function makeSize(cf: Cf, scope: Scope, { width, height }: CGSize): Owned<AXValueRef> {
  return makeValue(cf, scope, axValueTypes.CGSize, Float64Array.of(width, height));
}

export function makeRect(cf: Cf, scope: Scope, { origin, size }: CGRect): Owned<AXValueRef> {
  return makeValue(
    cf,
    scope,
    axValueTypes.CGRect,
    Float64Array.of(origin.x, origin.y, size.width, size.height),
  );
}

/** A part of a text, in UTF-16 units. */
export interface TextRange {
  readonly location: number;
  readonly length: number;
}

export function makeRange(cf: Cf, scope: Scope, { location, length }: TextRange): Owned<AXValueRef> {
  return makeValue(cf, scope, axValueTypes.CFRange, BigInt64Array.of(BigInt(location), BigInt(length)));
}

function makeValue(
  { call }: Cf,
  scope: Scope,
  type: number,
  { buffer }: Float64Array<ArrayBuffer> | BigInt64Array<ArrayBuffer>,
): Owned<AXValueRef> {
  return made(scope, call.AXValueCreate(type, new Uint8Array(buffer)));
}
