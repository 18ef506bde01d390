import type { CFTypeRef } from '../declarations/refs';
import type { Frameworks } from '../frameworks';
import { type Ledger, noLedger } from './ledger';
import { Borrowed, type Counting, type Held } from './ownership';

/** The types of objects that accessibility gives, as `CFGetTypeID` tells them. */
export type TypeName =
  | 'string'
  | 'number'
  | 'boolean'
  | 'null'
  | 'array'
  | 'dictionary'
  | 'value'
  | 'element';

/** Core Foundation at work: what is called, what counts, and what an object is. */
export interface Cf extends Frameworks {
  readonly counting: Counting;
  readonly ledger: Ledger;
  /** null for a type that is none of those. */
  typeOf(held: Held<CFTypeRef>): TypeName | null;
  readonly true: Borrowed<CFTypeRef>;
  readonly false: Borrowed<CFTypeRef>;
}

export function createCf(frameworks: Frameworks, ledger: Ledger = noLedger): Cf {
  const { call, constants } = frameworks;
  const names = new Map<number, TypeName>([
    [Number(call.CFStringGetTypeID()), 'string'],
    [Number(call.CFNumberGetTypeID()), 'number'],
    [Number(call.CFBooleanGetTypeID()), 'boolean'],
    [Number(call.CFNullGetTypeID()), 'null'],
    [Number(call.CFArrayGetTypeID()), 'array'],
    [Number(call.CFDictionaryGetTypeID()), 'dictionary'],
    [Number(call.AXValueGetTypeID()), 'value'],
    [Number(call.AXUIElementGetTypeID()), 'element'],
  ]);
  return {
    ...frameworks,
    ledger,
    counting: {
      retain: (ref) => {
        call.CFRetain(ref);
      },
      release: (ref) => call.CFRelease(ref),
    },
    typeOf: ({ ref }) => names.get(Number(call.CFGetTypeID(ref))) ?? null,
    true: new Borrowed(constants.kCFBooleanTrue, null),
    false: new Borrowed(constants.kCFBooleanFalse, null),
  };
}
