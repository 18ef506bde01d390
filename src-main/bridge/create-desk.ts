import type { Clock } from '../contract/clock';
import type { Adapter } from './adapter';
import type { Consent } from './consent';
import type { Desk, DeskPolicy } from './desk';
import { createLane } from './lane';
import { readElement, takeSnapshot, takeSubtree } from './look';
import { openApp } from './open-app';
import { screenshot } from './picture';
import type { Doors } from './platform';
import { nameAt, programAt } from './refs';
import { deedAsAsked } from './say';
import { createSnapshotBook, type KeepBlob, type Numbering } from './snapshot-book';
import { waitFor } from './wait-for';
import type { Workings } from './workings';
import { write } from './write';

export interface DeskParts {
  readonly adapter: Adapter;
  /** null where the target is one program. */
  readonly doors: Doors | null;
  readonly policy: DeskPolicy;
  readonly consent: Consent;
  readonly keepBlob: KeepBlob;
  readonly numbering: Numbering;
  readonly clock: Clock;
}

/** A desk for one run on one target. What happens is said through each caller's `emit`. */
export function createDesk({ adapter, doors, policy, consent, keepBlob, numbering, clock }: DeskParts): Desk {
  const book = createSnapshotBook(adapter, keepBlob, numbering);
  const workings: Workings = { adapter, policy, consent, keepBlob, clock, book, acting: createLane() };
  return {
    app: adapter.app,
    abilities: adapter.abilities,
    programOf: (ref) => adapter.program ?? (ref === null ? null : programAt(book, ref)),
    nameOf: (ref) => nameAt(book, ref),
    inWords: (ref, deed) => deedAsAsked(deed, ref === null ? null : nameAt(book, ref)),
    snapshot: (caller) => takeSnapshot(workings, caller),
    subtree: (ref, caller) => takeSubtree(workings, ref, caller),
    read: (ref, caller) => readElement(workings, ref, caller),
    act: (ref, action, caller) => write(workings, ref, action, caller),
    fillSecret: (ref, caller) => write(workings, ref, { kind: 'set_secret', value: '' }, caller),
    input: (ref, input, caller) => write(workings, ref, input, caller),
    waitFor: (awaited, limitMs, caller) => waitFor(workings, awaited, limitMs, caller),
    windows: ({ signal }) => adapter.windows(signal),
    screenshot: (caller) => screenshot(workings, caller),
    apps:
      doors === null
        ? null
        : {
            list: ({ signal }) => doors.list(signal),
            open: (name, caller) => openApp(workings, doors, name, caller),
          },
  };
}
