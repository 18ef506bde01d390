import koffi, { type TypeObject } from 'koffi';
import { type ParameterType, type ResultType, recordLayouts, scalarLayouts } from './declarations/c-type';

type Direction = ReturnType<typeof koffi.out>;

/** koffi's own types for those of the declarations. */
export interface CTypes {
  parameter(type: ParameterType): TypeObject | Direction;
  result(type: ResultType): TypeObject;
  /** `void (AXObserverRef, AXUIElementRef, CFStringRef, void *refcon)`. */
  readonly observerCallback: TypeObject;
}

/** Makes types without names: named ones are koffi's for the whole process, and cannot be made twice. */
export function createCTypes(): CTypes {
  const CGPoint = koffi.struct(recordLayouts.CGPoint);
  const CGSize = koffi.struct(recordLayouts.CGSize);
  const records = { CGPoint, CGSize, CGRect: koffi.struct({ origin: CGPoint, size: CGSize }) };
  const address = koffi.pointer(koffi.types.void);
  const observerCallback = koffi.proto('void', [address, address, address, address]);

  const plain = (type: string): TypeObject => {
    if (type in scalarLayouts) return koffi.type(scalarLayouts[type as keyof typeof scalarLayouts]);
    if (type in records) return records[type as keyof typeof records];
    return address;
  };
  return {
    observerCallback,
    result: (type) => (type === 'void' ? koffi.types.void : plain(type)),
    parameter: (type) => {
      if (type === 'AXObserverCallback') return koffi.pointer(observerCallback);
      return type.startsWith('out ') ? koffi.out(koffi.pointer(plain(type.slice(4)))) : plain(type);
    },
  };
}
