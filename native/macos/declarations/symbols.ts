import type { Address, CFBooleanRef, CFStringRef, CFTypeRef } from './refs';

/** Data symbols that hold a ref: the symbol is dereferenced. */
export interface Constants {
  kCFBooleanTrue: CFBooleanRef;
  kCFBooleanFalse: CFBooleanRef;
  kCFNull: CFTypeRef;
  kCFRunLoopDefaultMode: CFStringRef;
  kAXTrustedCheckOptionPrompt: CFStringRef;
}

/** Data symbols that are records: their own address is passed. */
export interface Tables {
  kCFTypeArrayCallBacks: Address<'CFArrayCallBacks'>;
  kCFTypeDictionaryKeyCallBacks: Address<'CFDictionaryKeyCallBacks'>;
  kCFTypeDictionaryValueCallBacks: Address<'CFDictionaryValueCallBacks'>;
}

export const constantSymbols = {
  coreFoundation: ['kCFBooleanTrue', 'kCFBooleanFalse', 'kCFNull', 'kCFRunLoopDefaultMode'],
  applicationServices: ['kAXTrustedCheckOptionPrompt'],
} as const;

export const tableSymbols = {
  coreFoundation: [
    'kCFTypeArrayCallBacks',
    'kCFTypeDictionaryKeyCallBacks',
    'kCFTypeDictionaryValueCallBacks',
  ],
} as const;
