import type { Failure } from '../contract/failure';
import type { ElementRef } from '../contract/ids';
import { readBack } from './afterwards';
import { approach, refuseAfterLook } from './approach';
import type { DeskCaller, WriteReport } from './desk';
import { dispatch } from './dispatch';
import { resolveRef } from './refs';
import type { Deed } from './say';
import { type Refusal, refusal, type Workings } from './workings';

/** One write, from preflight to read-back, alone in the lane. */
export async function write(
  workings: Workings,
  ref: ElementRef | null,
  deed: Deed,
  caller: DeskCaller,
): Promise<WriteReport> {
  const report = await workings.acting.run(caller.signal, async () => {
    const ready = await approach(workings, ref, deed, caller);
    if (!ready.ok) return refused(ready);
    if (caller.signal.aborted) return refused(refusal(cancelled));
    const sent = await dispatch(workings, ready, deed, caller);
    if (sent.kind === 'refused') return refused(await whyRefused(workings, ref, sent.failure, caller));
    workings.book.advanceEpoch(caller);
    return readBack(workings, ready, deed, sent, caller);
  });
  return report ?? refused(refusal(cancelled));
}

const cancelled: Failure = {
  code: 'cancelled',
  sentence: 'The call was cancelled before anything was done.',
  next: 'Nothing has to be undone.',
};

function refused({ failure, seen }: Refusal): WriteReport {
  return { failure, seen, delivery: null, picture: { kind: 'not_asked' } };
}

/** An element that went between the last look and the deed is stale like any other. */
async function whyRefused(
  workings: Workings,
  ref: ElementRef | null,
  failure: Failure,
  caller: DeskCaller,
): Promise<Refusal> {
  if (failure.code !== 'stale_ref' || ref === null) return refusal(failure);
  const pointed = resolveRef(workings.book, ref);
  return pointed.ok ? refuseAfterLook(workings, pointed.value, caller) : refusal(pointed.failure);
}
