import type {
  Address,
  AXObserverRef,
  AXUIElementRef,
  AXValueRef,
  CFArrayRef,
  CFBooleanRef,
  CFDictionaryRef,
  CFNumberRef,
  CFRunLoopRef,
  CFRunLoopSourceRef,
  CFStringRef,
  CFTypeRef,
  CGEventRef,
  CGEventSourceRef,
} from './refs';

/** A point, global, in points from the top left of the main display. */
export interface CGPoint {
  readonly x: number;
  readonly y: number;
}

export interface CGSize {
  readonly width: number;
  readonly height: number;
}

export interface CGRect {
  readonly origin: CGPoint;
  readonly size: CGSize;
}

/** Numbers, with the layout that the 64-bit headers give them. */
export const scalarLayouts = {
  Boolean: 'uint8_t',
  bool: 'bool',
  float: 'float',
  double: 'double',
  int32_t: 'int32_t',
  uint32_t: 'uint32_t',
  int64_t: 'int64_t',
  pid_t: 'int32_t',
  SInt32: 'int32_t',
  UInt32: 'uint32_t',
  UniCharCount: 'uint64_t',
  CFIndex: 'int64_t',
  CFTypeID: 'uint64_t',
  CFHashCode: 'uint64_t',
  CFNumberType: 'int64_t',
  CFStringEncoding: 'uint32_t',
  CFTimeInterval: 'double',
  AXError: 'int32_t',
  AXValueType: 'uint32_t',
  CGKeyCode: 'uint16_t',
  CGEventType: 'uint32_t',
  CGEventField: 'uint32_t',
  CGEventFlags: 'uint64_t',
  CGEventTapLocation: 'uint32_t',
  CGEventSourceStateID: 'int32_t',
  CGMouseButton: 'uint32_t',
  CGScrollEventUnit: 'uint32_t',
  CGDirectDisplayID: 'uint32_t',
  CGWindowID: 'uint32_t',
  CGWindowListOption: 'uint32_t',
} as const;

export type Scalar = keyof typeof scalarLayouts;

/** Records that are passed by value. */
export const recordLayouts = {
  CGPoint: { x: 'double', y: 'double' },
  CGSize: { width: 'double', height: 'double' },
  CGRect: { origin: 'CGPoint', size: 'CGSize' },
  CFRange: { location: 'int64_t', length: 'int64_t' },
} as const;

export interface Records {
  CGPoint: CGPoint;
  CGSize: CGSize;
  CGRect: CGRect;
}

/** Each is a pointer to koffi, which tells none from another: the brands do. */
export interface Refs {
  CFTypeRef: CFTypeRef;
  CFStringRef: CFStringRef;
  CFNumberRef: CFNumberRef;
  CFBooleanRef: CFBooleanRef;
  CFArrayRef: CFArrayRef;
  CFDictionaryRef: CFDictionaryRef;
  CFRunLoopRef: CFRunLoopRef;
  CFRunLoopSourceRef: CFRunLoopSourceRef;
  AXUIElementRef: AXUIElementRef;
  AXValueRef: AXValueRef;
  AXObserverRef: AXObserverRef;
  CGEventRef: CGEventRef;
  CGEventSourceRef: CGEventSourceRef;
}

/** Pointers to memory of ours, or to what is no object. The allocator is always the default one, and so is no refcon. */
export interface Pointers {
  CFAllocatorRef: null;
  'void*': Uint8Array | null;
  'const void*': Uint8Array;
  'char*': Uint8Array;
  'const UniChar*': Uint16Array;
  'const void**': BigUint64Array;
  AXObserverCallback: Address<'AXObserverCallback'>;
  'const CFArrayCallBacks*': Address<'CFArrayCallBacks'>;
  'const CFDictionaryKeyCallBacks*': Address<'CFDictionaryKeyCallBacks'>;
  'const CFDictionaryValueCallBacks*': Address<'CFDictionaryValueCallBacks'>;
}

type Outable = Scalar | keyof Refs;

export type ParameterType = Scalar | keyof Records | keyof Refs | keyof Pointers | `out ${Outable}`;
export type ResultType = 'void' | Scalar | keyof Records | keyof Refs;

/** koffi gives an integer of 64 bits as a number where that is exact, else as a BigInt. */
type JsScalar<T extends Scalar> = T extends 'bool'
  ? boolean
  : (typeof scalarLayouts)[T] extends 'int64_t' | 'uint64_t'
    ? number | bigint
    : number;

/** A place for one value that a function writes: null before, and where it wrote none. */
export type Out<T> = [T | null];

export type JsParameter<T extends ParameterType> = T extends Scalar
  ? JsScalar<T>
  : T extends keyof Records
    ? Records[T]
    : T extends keyof Refs
      ? T extends 'CGEventSourceRef'
        ? Refs[T] | null
        : Refs[T]
      : T extends keyof Pointers
        ? Pointers[T]
        : T extends `out ${infer Inner}`
          ? Inner extends Scalar
            ? Out<JsScalar<Inner>>
            : Inner extends keyof Refs
              ? Out<Refs[Inner]>
              : never
          : never;

/** Any function that returns a ref may return NULL. */
export type JsResult<T extends ResultType> = T extends 'void'
  ? void
  : T extends Scalar
    ? JsScalar<T>
    : T extends keyof Records
      ? Records[T]
      : T extends keyof Refs
        ? Refs[T] | null
        : never;
