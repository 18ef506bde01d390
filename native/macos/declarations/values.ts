/** AXValue.h: what an AXValue holds. */
export const axValueTypes = { Illegal: 0, CGPoint: 1, CGSize: 2, CGRect: 3, CFRange: 4, AXError: 5 } as const;

/** CFNumber.h: in which form a number is read or made. */
export const cfNumberTypes = {
  SInt8: 1,
  SInt16: 2,
  SInt32: 3,
  SInt64: 4,
  Float32: 5,
  Float64: 6,
  Int: 9,
  LongLong: 11,
  Double: 13,
  CFIndex: 14,
} as const;

/** CFString.h. */
export const stringEncodings = { UTF8: 0x08000100 } as const;

/** CGWindow.h: which windows are listed. The list is about no window in particular. */
export const windowListOptions = { OnScreenOnly: 1, ExcludeDesktop: 16 } as const;
