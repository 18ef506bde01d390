import type { Failure } from '../contract/failure';
import { quotedShort } from '../contract/quoted';
import { refusedBeforehand } from './adapter';
import { settling, showAfterwards } from './afterwards';
import type { DeskCaller, WriteReport } from './desk';
import type { Doors } from './platform';
import { refused } from './refused';
import { refusal, type Workings } from './workings';

/** Starts a program or brings it to the front, enters it, and looks as far as the mode looks. Alone in the lane, like every write. */
export async function openApp(
  workings: Workings,
  doors: Doors,
  name: string,
  caller: DeskCaller,
): Promise<WriteReport> {
  const { acting, consent } = workings;
  await consent.untilFree(caller);
  const report = await acting.run(caller.signal, async () =>
    consent.isHeld ? 'held' : openOnce(workings, doors, name, caller),
  );
  if (report === 'held') return openApp(workings, doors, name, caller);
  return report ?? refused(refusal(cancelled));
}

async function openOnce(
  workings: Workings,
  doors: Doors,
  name: string,
  caller: DeskCaller,
): Promise<WriteReport> {
  const { adapter, book, policy } = workings;
  const opened = await doors.open(name, caller.signal);
  if (!opened.ok && refusedBeforehand.has(opened.failure.code)) return refused(refusal(opened.failure));
  book.advanceEpoch(caller, [name]);
  if (!opened.ok) {
    const failure = notKnown(name, opened.failure);
    return { failure, delivery: 'unknown', seen: '', picture: { kind: 'not_asked' } };
  }
  const came: WriteReport = { failure: null, delivery: 'accepted', seen: '', picture: { kind: 'not_asked' } };
  const quiet = await adapter.untilQuiet(settling.quietMs, settling.limitMs, caller.signal);
  if (policy.afterWrite === 'nothing') return came;
  const tree = quiet.ok ? await book.read(caller.signal) : quiet;
  if (!tree.ok) return { ...came, failure: unread(name, tree.failure) };
  const { seen, picture } = await showAfterwards(workings, tree.value, caller);
  return { failure: null, delivery: 'observed', seen, picture };
}

const cancelled: Failure = {
  code: 'cancelled',
  sentence: 'The call was cancelled before anything was opened.',
  next: 'Nothing has to be undone.',
};

function notKnown(name: string, { sentence }: Failure): Failure {
  return {
    code: 'delivery_unknown',
    sentence: `It is not known whether ${quotedShort(name)} was opened: ${sentence}`,
    next: 'List the programs before anything is done again.',
  };
}

function unread(name: string, { code, sentence }: Failure): Failure {
  return {
    code,
    sentence: `${quotedShort(name)} was opened, but could not be read: ${sentence}`,
    next: 'Take a snapshot before anything is done again.',
  };
}
