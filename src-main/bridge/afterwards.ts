import { isPartlyRead, type Node, type Nodes, type Snapshot } from '../contract/accessibility';
import type { Failure } from '../contract/failure';
import { formatOutline } from '../contract/outline';
import { diffSnapshots, isEmptyDiff } from '../contract/snapshot-diff';
import type { Ready } from './approach';
import { chosenWithin } from './chosen';
import type { DeskCaller, Picture, WriteReport } from './desk';
import type { Dispatch } from './dispatch';
import { takePicture } from './picture';
import { type Afterwards, type Judgement, judge } from './read-back';
import type { Deed } from './say';
import type { FreshTree } from './snapshot-book';
import { changesBetween, type Workings } from './workings';

/** How long a program is given to come to rest after a write, in milliseconds. */
export const settling = { quietMs: 60, limitMs: 1_500 } as const;

const notAsked: Picture = { kind: 'not_asked' };

type Sent = Exclude<Dispatch, { kind: 'refused' }>;

/**
 * Lets the program come to rest, looks again as far as the mode looks, and judges the write by what is seen. Whatever cannot be
 * read takes nothing from what is known of the delivery.
 */
export async function readBack(
  workings: Workings,
  ready: Ready,
  deed: Deed,
  sent: Sent,
  caller: DeskCaller,
): Promise<WriteReport> {
  const quiet = await workings.adapter.untilQuiet(settling.quietMs, settling.limitMs, caller.signal);
  if (!quiet.ok) return notReadBack(ready, deed, sent, quiet.failure);
  return workings.policy.afterWrite === 'look'
    ? byTheWholeTree(workings, ready, deed, sent, caller)
    : byTheElement(workings, ready, deed, sent, caller);
}

async function byTheElement(
  workings: Workings,
  ready: Ready,
  deed: Deed,
  sent: Sent,
  caller: DeskCaller,
): Promise<WriteReport> {
  const after = await lookAlone(workings, ready, deed, caller);
  const judged = judgement(deed, sent, { ...unseen, before: ready.element, after });
  return { ...judged, seen: '', picture: notAsked };
}

async function byTheWholeTree(
  workings: Workings,
  ready: Ready,
  deed: Deed,
  sent: Sent,
  caller: DeskCaller,
): Promise<WriteReport> {
  const { book } = workings;
  const tree = await book.read(caller.signal);
  if (!tree.ok) return notReadBack(ready, deed, sent, tree.failure);
  const { fresh, seen, picture } = await showAfterwards(workings, tree.value, caller);
  const found = faceIn(fresh, ready.element);
  const judged = judgement(deed, sent, {
    before: ready.element,
    after: found.kind === 'unread' ? await lookAlone(workings, ready, deed, caller) : found,
    changed: ready.tree === null ? null : hasChanged(ready.tree, fresh, deed),
    chosen: ready.element === null ? null : chosenWithin(fresh, ready.element.identity),
  });
  return { ...judged, seen, picture };
}

/** Records and shows what is there after a write: what has changed since the agent was shown anything. */
export async function showAfterwards(
  workings: Workings,
  tree: FreshTree,
  caller: DeskCaller,
): Promise<{ readonly fresh: Snapshot; readonly seen: string; readonly picture: Picture }> {
  const { book } = workings;
  const shown = book.shownTo(caller);
  const fresh = book.record(tree, 'after_write', caller);
  book.show(fresh, caller);
  const picture = await takePicture(workings, caller);
  return { fresh, picture, seen: shown === null ? formatOutline(fresh) : changesBetween(shown, fresh) };
}

/** The write's own failure says more than that of the look after it. */
function notReadBack({ element }: Ready, deed: Deed, sent: Sent, why: Failure): WriteReport {
  if (why.code === 'target_gone' && mayEndIt.has(deed.kind)) {
    const judged = judgement(deed, sent, { ...unseen, before: element, after: { kind: 'gone' } });
    return { ...judged, seen: 'The program has ended since: its last window is gone.', picture: notAsked };
  }
  const judged = judgement(deed, sent, { ...unseen, before: element });
  const failure = judged.failure ?? afterwardsUnread(why);
  const seen = judged.failure === null ? '' : `The screen could not be read afterwards: ${why.sentence}`;
  return { delivery: judged.delivery, failure, seen, picture: notAsked };
}

/** A dialog that is answered may be all that its program was there for. */
const mayEndIt: ReadonlySet<Deed['kind']> = new Set<Deed['kind']>(['press', 'key', 'pointer']);

const unread: Afterwards = { kind: 'unread' };

const unseen = { after: unread, changed: null, chosen: null } as const;

function judgement(deed: Deed, sent: Sent, evidence: Parameters<typeof judge>[2]): Judgement {
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
  { book }: Workings,
  { element }: Ready,
  deed: Deed,
  { signal }: DeskCaller,
): Promise<Afterwards> {
  if (element === null || deed.kind === 'scroll') return unread;
  const live = await book.look(element.identity, signal);
  if (live.ok) return { kind: 'here', face: live.value };
  return live.failure.code === 'stale_ref' ? { kind: 'gone' } : unread;
}

function faceIn(tree: Nodes, element: Pick<Node, 'identity'> | null): Afterwards {
  if (element === null) return unread;
  const face = tree.nodes.find((node) => node.identity === element.identity);
  if (face !== undefined) return { kind: 'here', face };
  return isPartlyRead(tree) ? unread : { kind: 'gone' };
}

function hasChanged(before: Nodes, after: Nodes, deed: Deed): boolean {
  return !isEmptyDiff(diffSnapshots(before, after, { bounds: deed.kind === 'scroll' }));
}

function afterwardsUnread({ code, sentence }: Failure): Failure {
  return {
    code,
    sentence: `The write was delivered, but what came of it could not be read: ${sentence}`,
    next: 'Take a snapshot before anything is done again.',
  };
}
