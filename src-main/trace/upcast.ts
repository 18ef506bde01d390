import { traceVersion } from '../contract/trace-event';

/** Turns a raw event of version N into one of version N + 1. None yet: version 1 is the first. */
const upcasts: Readonly<Record<number, (event: unknown) => unknown>> = {};

/** @param from the version that the trace was written in, 1 to `traceVersion` */
export function upcast(event: unknown, from: number): unknown {
  let current = event;
  for (let version = from; version < traceVersion; version += 1) {
    const step = upcasts[version];
    if (step === undefined) throw new Error(`no upcast from trace version ${version}`);
    current = step(current);
  }
  return current;
}
