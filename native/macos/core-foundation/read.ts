import type { CFBooleanRef, CFNumberRef, CFStringRef } from '../declarations/refs';
import { cfNumberTypes, stringEncodings } from '../declarations/values';
import type { Cf } from './cf';
import type { Held } from './ownership';

/** @returns null for a text that UTF-8 has no bytes for: one with half a surrogate pair in it */
export function stringIn({ call }: Cf, held: Held<CFStringRef>): string | null {
  const length = call.CFStringGetLength(held.ref);
  const room = Number(call.CFStringGetMaximumSizeForEncoding(length, stringEncodings.UTF8)) + 1;
  const bytes = Buffer.alloc(room);
  if (call.CFStringGetCString(held.ref, bytes, room, stringEncodings.UTF8) === 0) return null;
  return bytes.toString('utf8', 0, bytes.indexOf(0));
}

/** As a double. An integer that none can hold exactly is told as the nearest. */
export function numberIn({ call }: Cf, held: Held<CFNumberRef>): number | null {
  const double = new Float64Array(1);
  if (call.CFNumberGetValue(held.ref, cfNumberTypes.Double, new Uint8Array(double.buffer)) !== 0)
    return double[0] ?? null;
  const integer = new BigInt64Array(1);
  if (call.CFNumberGetValue(held.ref, cfNumberTypes.SInt64, new Uint8Array(integer.buffer)) !== 0)
    return Number(integer[0]);
  return null;
}

export function booleanIn({ call }: Cf, held: Held<CFBooleanRef>): boolean {
  return call.CFBooleanGetValue(held.ref) !== 0;
}
