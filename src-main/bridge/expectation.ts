import type { Snapshot } from '../contract/accessibility';
import type { DeskCaller } from './desk';
import type { SnapshotBook } from './snapshot-book';

/** What an agent counted on when it asked for a write, beside the element's being the same. */
export interface Expectation {
  /** The latest of the screen that it knew. */
  readonly known: Snapshot;
  /** The latest that is known of what the turn itself has written. */
  readonly own: Snapshot;
  /** Identities of what the turn has written so far. */
  readonly touched: ReadonlySet<string>;
}

/** @param pointed the snapshot that the call's ref is of: its maker knew at least that */
export function expectationOf(book: SnapshotBook, caller: DeskCaller, pointed: Snapshot): Expectation {
  const own = book.shownTo(caller) ?? pointed;
  const before = book.knownBefore(caller) ?? pointed;
  const known = caller.sees === 'each_result' ? own : laterOf(before, pointed);
  return { known, own, touched: book.touchedIn(caller.turn) };
}

function laterOf(a: Snapshot, b: Snapshot): Snapshot {
  const ordinal = ({ id }: Snapshot) => Number(id.slice(1));
  return ordinal(a) > ordinal(b) ? a : b;
}
