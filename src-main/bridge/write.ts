import type { Failure } from '../contract/failure';
import type { ElementRef } from '../contract/ids';
import { readBack } from './afterwards';
import { approach, type Ready, refuseAfterLook } from './approach';
import type { Question } from './consent';
import type { DeskCaller, WriteReport } from './desk';
import { dispatch } from './dispatch';
import { questionAbout } from './questions';
import { programAt, resolveRef } from './refs';
import { refused } from './refused';
import type { Deed } from './say';
import type { SnapshotBook } from './snapshot-book';
import { type Refusal, refusal, type Workings } from './workings';

/** What the person has allowed of this write; the target may have changed since. */
interface Leave {
  readonly question: Question;
  readonly secret: string | null;
}

type Attempt =
  | { readonly kind: 'ended'; readonly report: WriteReport }
  | { readonly kind: 'asks'; readonly question: Question }
  /** The person uses the desktop. */
  | { readonly kind: 'held' };

/**
 * One write, from preflight to read-back, alone in the lane. While it waits for the person others may go before it: whatever was
 * allowed, it is approached again from the start.
 *
 * @param wanted a secret's value is what the person types; until then it is empty
 */
export async function write(
  workings: Workings,
  ref: ElementRef | null,
  wanted: Deed,
  caller: DeskCaller,
): Promise<WriteReport> {
  const ability = workings.adapter.abilities[wanted.kind];
  return ability.able ? tryWith(null, workings, ref, wanted, caller) : refused(refusal(ability.failure));
}

async function tryWith(
  leave: Leave | null,
  workings: Workings,
  ref: ElementRef | null,
  wanted: Deed,
  caller: DeskCaller,
): Promise<WriteReport> {
  const { acting, consent } = workings;
  await consent.untilFree(caller);
  const attempt = await acting.run(caller.signal, () => tryOnce(workings, ref, wanted, leave, caller));
  switch (attempt?.kind) {
    case undefined:
      return refused(refusal(cancelled));
    case 'ended':
      return attempt.report;
    case 'held':
      return tryWith(leave, workings, ref, wanted, caller);
    case 'asks': {
      const { question } = attempt;
      const said = await consent.ask(question, caller);
      if (said.kind === 'denied') return refused(refusal(said.why));
      if (said.kind === 'withdrawn') return refused(refusal(cancelled));
      return tryWith({ question, secret: said.typed }, workings, ref, wanted, caller);
    }
  }
}

async function tryOnce(
  workings: Workings,
  ref: ElementRef | null,
  wanted: Deed,
  leave: Leave | null,
  caller: DeskCaller,
): Promise<Attempt> {
  const { adapter, book, consent } = workings;
  const ready = await approach(workings, ref, wanted, caller);
  if (!ready.ok) return ended(refused(ready));
  if (caller.signal.aborted) return ended(refused(refusal(cancelled)));
  const program = adapter.program ?? (ref === null ? null : programAt(book, ref)) ?? 'the desktop';
  const question = questionAbout(ready, wanted, program);
  const isAllowed = question === null || covers(leave, question) || consent.allows(question, caller);
  if (!isAllowed) return { kind: 'asks', question };
  if (consent.isHeld) return { kind: 'held' };
  const deed = withSecret(wanted, leave);
  if (deed.kind === 'set_secret' && ready.element !== null) book.conceal(ready.element.identity);
  const sent = await dispatch(workings, ready, deed, caller);
  if (sent.kind === 'refused') {
    return ended(refused(await whyRefused(workings, ref, sent.failure, caller)));
  }
  book.advanceEpoch(caller, touchedBy(book, ref, ready));
  return ended(await readBack(workings, ready, deed, sent, caller));
}

/** Under its old name and its new: a program may have made the element anew. */
function touchedBy(book: SnapshotBook, ref: ElementRef | null, { element }: Ready): string[] {
  const pointed = ref === null ? null : resolveRef(book, ref);
  return [
    ...(pointed?.ok === true ? [pointed.value.node.identity] : []),
    ...(element === null ? [] : [element.identity]),
  ];
}

/** An answer holds for what it was given for: the same thing done to the same element. */
function covers(leave: Leave | null, { reason, sentence }: Question): boolean {
  return leave?.question.reason === reason && leave.question.sentence === sentence;
}

function withSecret(wanted: Deed, leave: Leave | null): Deed {
  if (wanted.kind !== 'set_secret') return wanted;
  if (leave === null || leave.secret === null) throw new Error('a secret is filled in that nobody has typed');
  return { kind: 'set_secret', value: leave.secret };
}

const cancelled: Failure = {
  code: 'cancelled',
  sentence: 'The call was cancelled before anything was done.',
  next: 'Nothing has to be undone.',
};

function ended(report: WriteReport): Attempt {
  return { kind: 'ended', report };
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
