import { createHash } from 'node:crypto';
import { refAt, type Snapshot } from '../../contract/accessibility';
import { BlobId, CallId, type ElementRef, firstActor } from '../../contract/ids';
import type { Mode } from '../../contract/run-options';
import type { TraceBody } from '../../contract/trace-event';
import { systemClock } from '../../system-clock';
import type { Adapter } from '../adapter';
import { unaskedPerson } from '../consent.fixture';
import { createDesk } from '../create-desk';
import { type Desk, type DeskCaller, deskPolicies } from '../desk';
import { numberingFromOne } from '../snapshot-book';
import { nodeIn, valueOf } from './case.fixture';

/** A desk on a real adapter, as a run would have it. */
export interface DeskOn {
  readonly desk: Desk;
  readonly events: readonly TraceBody[];
  /** Everything that a run would have written. */
  readonly written: () => string;
  readonly caller: () => DeskCaller;
  readonly snapshot: () => Promise<Snapshot>;
}

export function deskOn(adapter: Adapter, mode: Mode): DeskOn {
  const events: TraceBody[] = [];
  const blobs: string[] = [];
  let calls = 0;
  const desk = createDesk({
    adapter,
    doors: null,
    policy: deskPolicies[mode],
    consent: unaskedPerson,
    numbering: numberingFromOne(),
    clock: systemClock,
    keepBlob(bytes) {
      blobs.push(Buffer.from(bytes).toString('utf8'));
      return BlobId.parse(createHash('sha256').update(bytes).digest('hex'));
    },
  });
  const caller = (): DeskCaller => {
    calls += 1;
    return {
      callId: CallId.parse(`c${calls}`),
      turn: calls,
      viewer: firstActor,
      sees: 'earlier_turns',
      signal: new AbortController().signal,
      emit: (body) => events.push(body),
      suspendLimit: () => () => {},
    };
  };
  return {
    desk,
    events,
    written: () => JSON.stringify(events) + blobs.join('\n'),
    caller,
    snapshot: async () => valueOf(await desk.snapshot(caller())),
  };
}

export function refIn(snapshot: Snapshot, role: string, name: string): ElementRef {
  return refAt(snapshot, snapshot.nodes.indexOf(nodeIn(snapshot, role, name)));
}
