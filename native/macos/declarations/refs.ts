declare const cf: unique symbol;
declare const addressOf: unique symbol;

/** An address that koffi gave as a BigInt, of a Core Foundation object of any type. */
export type CFTypeRef = bigint & { readonly [cf]: unknown };

/** The address of one type of object: assignable to `CFTypeRef`, and to no other type's ref. */
export type Ref<Kind extends string> = bigint & { readonly [cf]: Kind };

export type CFStringRef = Ref<'CFString'>;
export type CFNumberRef = Ref<'CFNumber'>;
export type CFBooleanRef = Ref<'CFBoolean'>;
export type CFArrayRef = Ref<'CFArray'>;
export type CFDictionaryRef = Ref<'CFDictionary'>;
export type CFRunLoopRef = Ref<'CFRunLoop'>;
export type CFRunLoopSourceRef = Ref<'CFRunLoopSource'>;
export type AXUIElementRef = Ref<'AXUIElement'>;
export type AXValueRef = Ref<'AXValue'>;
export type AXObserverRef = Ref<'AXObserver'>;
export type CGEventRef = Ref<'CGEvent'>;
export type CGEventSourceRef = Ref<'CGEventSource'>;

/** The address of something that is no Core Foundation object: a table of callbacks, a function. */
export type Address<Kind extends string> = bigint & { readonly [addressOf]: Kind };
