import type { Node, Nodes, Snapshot } from '../contract/accessibility';
import type { Failure } from '../contract/failure';
import type { ElementRef } from '../contract/ids';
import { formatOutline } from '../contract/outline';
import { diffSnapshots, isEmptyDiff } from '../contract/snapshot-diff';
import { approach, type Ready, refuseAfterLook } from './approach';
import type { DeskCaller, Picture, WriteReport } from './desk';
import { type Dispatch, dispatch } from './dispatch';
import { takePicture } from './picture';
import { type Afterwards, type Judgement, judge } from './read-back';
import { resolveRef } from './refs';
import type { Deed } from './say';
import { changesBetween, type Refusal, refusal, type Workings } from './workings';

/** How long a program is given to come to rest after a write, in milliseconds. */
const settling = { quietMs: 60, limitMs: 1_500 } as const;

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

const notAsked: Picture = { kind: 'not_asked' };

function refused({ failure, seen }: Refusal): WriteReport {
  return { failure, seen, delivery: null, picture: notAsked };
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

async function readBack(
  workings: Workings,
  ready: Ready,
  deed: Deed,
  sent: Exclude<Dispatch, { kind: 'refused' }>,
  caller: DeskCaller,
): Promise<WriteReport> {
  const quiet = await workings.adapter.untilQuiet(settling.quietMs, settling.limitMs, caller.signal);
  if (workings.policy.afterWrite === 'nothing') {
    const after = quiet.ok ? await lookAlone(workings, ready, deed, caller) : unread;
    const judged = judgement(deed, sent, { before: ready.element, after, changed: null });
    return {
      ...judged,
      failure: judged.failure ?? (quiet.ok ? null : afterwardsUnread(quiet.failure)),
      seen: '',
      picture: notAsked,
    };
  }
  const { book } = workings;
  const tree = quiet.ok ? await book.read(caller.signal) : quiet;
  if (!tree.ok) {
    const { delivery, failure } = judgement(deed, sent, {
      before: ready.element,
      after: unread,
      changed: null,
    });
    const { sentence } = tree.failure;
    return failure === null
      ? { delivery, failure: afterwardsUnread(tree.failure), seen: '', picture: notAsked }
      : {
          delivery,
          failure,
          seen: `The screen could not be read afterwards: ${sentence}`,
          picture: notAsked,
        };
  }
  const shown = book.shown;
  const fresh = book.record(tree.value, 'after_write', caller);
  book.show(fresh, caller);
  const picture = await takePicture(workings, caller);
  const judged = judgement(deed, sent, {
    before: ready.element,
    after: faceIn(fresh, ready.element),
    changed: ready.tree === null ? null : hasChanged(ready.tree, fresh, deed),
  });
  return { ...judged, seen: seenSince(shown, fresh), picture };
}

const unread: Afterwards = { kind: 'unread' };

function judgement(
  deed: Deed,
  sent: Exclude<Dispatch, { kind: 'refused' }>,
  evidence: Parameters<typeof judge>[2],
): Judgement {
  switch (sent.kind) {
    case 'astray':
      return { delivery: 'contradicted', failure: sent.failure };
    case 'unknown':
      return { delivery: 'unknown', failure: sent.failure };
    case 'delivered':
      return judge(deed, sent.delivery, evidence);
  }
}

/** After a scroll a look would scroll back. */
async function lookAlone(
  { adapter }: Workings,
  { element }: Ready,
  deed: Deed,
  { signal }: DeskCaller,
): Promise<Afterwards> {
  if (element === null || deed.kind === 'scroll') return unread;
  const live = await adapter.look(element.identity, signal);
  if (live.ok) return { kind: 'here', face: live.value };
  return live.failure.code === 'stale_ref' ? { kind: 'gone' } : unread;
}

function faceIn({ nodes }: Nodes, element: Pick<Node, 'identity'> | null): Afterwards {
  if (element === null) return unread;
  const face = nodes.find((node) => node.identity === element.identity);
  if (face !== undefined) return { kind: 'here', face };
  return nodes.some((node) => node.hole !== null) ? unread : { kind: 'gone' };
}

function hasChanged(before: Nodes, after: Nodes, deed: Deed): boolean {
  return !isEmptyDiff(diffSnapshots(before, after, { bounds: deed.kind === 'scroll' }));
}

function seenSince(shown: Snapshot | null, fresh: Snapshot): string {
  return shown === null ? formatOutline(fresh) : changesBetween(shown, fresh);
}

function afterwardsUnread({ code, sentence }: Failure): Failure {
  return {
    code,
    sentence: `The write was delivered, but what came of it could not be read: ${sentence}`,
    next: 'Take a snapshot before anything is done again.',
  };
}
