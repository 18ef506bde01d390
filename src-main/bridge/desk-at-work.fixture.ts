import { createHash } from 'node:crypto';
import { refAt, type Snapshot } from '../contract/accessibility';
import type { Clock } from '../contract/clock';
import type { Hazard } from '../contract/hazard';
import { type ActorId, BlobId, CallId, type ElementRef, firstActor } from '../contract/ids';
import type { Mode } from '../contract/run-options';
import type { TraceBody } from '../contract/trace-event';
import type { Adapter } from './adapter';
import type { Consent } from './consent';
import { unaskedPerson } from './consent.fixture';
import { createDesk } from './create-desk';
import { type Desk, type DeskCaller, deskPolicies } from './desk';
import type { Doors } from './platform';
import type { Widget } from './simulated-widgets.fixture';
import { numberingFromOne } from './snapshot-book';

/** A desk on a simulated desktop, with the ears and hands that a test needs. */
export interface DeskAtWork {
  readonly desk: Desk;
  readonly events: readonly TraceBody[];
  readonly blobs: ReadonlyMap<BlobId, Uint8Array>;
  readonly clock: { time: number };
  caller(
    callId: string,
    options?: { readonly turn?: number; readonly viewer?: ActorId; readonly signal?: AbortSignal },
  ): DeskCaller;
  /** Takes one and fails the test where there is none. */
  snapshot(callId?: string): Promise<Snapshot>;
  hazards(): readonly Hazard[];
  /** Event types, in order. */
  told(): readonly string[];
}

export function deskAtWork(
  sim: { readonly adapter: Adapter; readonly doors?: Doors },
  mode: Mode,
  consent: Consent = unaskedPerson,
): DeskAtWork {
  const events: TraceBody[] = [];
  const blobs = new Map<BlobId, Uint8Array>();
  const time = { time: 0 };
  const clock: Clock = {
    wall: () => time.time,
    now: () => time.time,
    after: (milliseconds, due) => {
      time.time += milliseconds;
      queueMicrotask(due);
      return () => {};
    },
  };
  const desk = createDesk({
    adapter: sim.adapter,
    doors: sim.doors ?? null,
    policy: deskPolicies[mode],
    consent,
    numbering: numberingFromOne(),
    clock,
    keepBlob(bytes) {
      const id = BlobId.parse(createHash('sha256').update(bytes).digest('hex'));
      blobs.set(id, bytes);
      return id;
    },
  });
  const caller: DeskAtWork['caller'] = (callId, options = {}) => ({
    callId: CallId.parse(callId),
    turn: options.turn ?? 1,
    viewer: options.viewer ?? firstActor,
    sees: 'earlier_turns',
    signal: options.signal ?? new AbortController().signal,
    emit: (body) => events.push(body),
    suspendLimit: () => () => {},
  });
  return {
    desk,
    events,
    blobs,
    clock: time,
    caller,
    async snapshot(callId = 'look') {
      const taken = await desk.snapshot(caller(callId));
      if (!taken.ok) throw new Error(taken.failure.sentence);
      return taken.value;
    },
    hazards: () => events.flatMap((event) => (event.type === 'hazard-found' ? [event.hazard] : [])),
    told: () => events.map((event) => event.type),
  };
}

/** The ref that a snapshot gave a widget. */
export function refOf(snapshot: Snapshot, widget: Widget): ElementRef {
  const index = snapshot.nodes.findIndex((node) => node.identity === widget.identity);
  if (index === -1) throw new Error(`${widget.role} "${widget.name}" is not in ${snapshot.id}`);
  return refAt(snapshot, index);
}
