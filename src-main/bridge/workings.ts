import type { Snapshot } from '../contract/accessibility';
import type { Clock } from '../contract/clock';
import { formatDiff } from '../contract/diff-outline';
import type { Failure } from '../contract/failure';
import { diffSnapshots } from '../contract/snapshot-diff';
import type { Adapter } from './adapter';
import type { Consent } from './consent';
import type { DeskPolicy } from './desk';
import type { Lane } from './lane';
import type { KeepBlob, SnapshotBook } from './snapshot-book';

/** What the desk works with. */
export interface Workings {
  readonly adapter: Adapter;
  readonly policy: DeskPolicy;
  readonly consent: Consent;
  readonly keepBlob: KeepBlob;
  readonly clock: Clock;
  readonly book: SnapshotBook;
  /** In which acting happens, one write at a time, in every mode. */
  readonly acting: Lane;
}

/** Something that was not done, and what the model may need to see to go on. */
export interface Refusal {
  readonly failure: Failure;
  readonly seen: string;
}

export function refusal(failure: Failure, seen = ''): { ok: false } & Refusal {
  return { ok: false, failure, seen };
}

/** What has changed on the way from one snapshot to another, as the model reads it. */
export function changesBetween(before: Snapshot, after: Snapshot): string {
  return formatDiff(before, after, diffSnapshots(before, after));
}
