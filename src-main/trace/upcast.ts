import { traceVersion } from '../contract/trace-event';

/** Turns a raw event of version N into one of version N + 1. */
const upcasts: Readonly<Record<number, (event: unknown) => unknown>> = {
  1: fromTheFirst,
  2: fromTheSecond,
  3: fromTheThird,
  // Version 4 said nothing otherwise; it knew no change of an override in mid-run.
  4: (event) => event,
};

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

/** Version 3 knew nobody but the run's one agent, its plans and its scripts, and asked about what is sensitive alone. */
function fromTheThird(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || !('type' in event)) return event;
  if (event.type !== 'run-started' || !('request' in event)) return event;
  const { request } = event;
  if (typeof request !== 'object' || request === null) return event;
  return { ...event, request: { ...request, crew: { kind: 'alone' }, approvals: 'sensitive' } };
}

/** Version 2 knew one agent, and no call that refers to another's result. */
function fromTheSecond(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || !('type' in event)) return event;
  if (event.type === 'turn-started') return { ...event, actor: 'a1' };
  return event.type === 'call-queued' ? { ...event, needs: [] } : event;
}

/** Version 1 knew one target, and did not say which program a call was about. */
function fromTheFirst(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || !('type' in event)) return event;
  if (event.type === 'call-queued') return { ...event, program: null };
  if (event.type !== 'run-started' || !('request' in event)) return event;
  const { request } = event;
  if (typeof request !== 'object' || request === null || !('target' in request)) return event;
  const target = request.target === 'practice' ? { kind: 'practice' } : request.target;
  return { ...event, request: { ...request, target } };
}
