import type { Ax } from './ax';
import type { Clock } from './clock';
import type { Identities } from './identities';
import type { Observer } from './observer';
import type { Element } from './read';
import { walk } from './walk';

export type Quiet = 'quiet' | 'still_changing';

/** Whether something has changed since it was last asked. */
export interface Changes {
  changed(): boolean;
  /** Lets time pass in a way in which changes can come in. */
  wait(milliseconds: number): Promise<void>;
}

/** No longer than this at a time, so that what is asked for meanwhile is heard. */
const sliceMs = 20;

/** As its observer tells. */
export function changesHeard(observer: Observer, clock: Clock): Changes {
  return {
    changed: () => observer.heard().length > 0,
    wait: async (milliseconds) => {
      const waited = observer.listen(milliseconds / 1_000);
      await clock.pause(waited === 'waited' ? 0 : milliseconds);
    },
  };
}

const glance = { nodes: 400, depth: 20, children: 50, milliseconds: 250 };

/** For a program that does not tell: as a small tree of it looks. One that cannot be read counts as another. */
export function changesSeen(ax: Ax, identities: Identities, application: Element, clock: Clock): Changes {
  const look = () => {
    const seen = walk(ax, identities, application, glance, () => clock.now());
    return seen.ok ? JSON.stringify(seen.value) : seen.failure.error;
  };
  let last = look();
  return {
    changed: () => {
      const now = look();
      const isOther = now !== last;
      last = now;
      return isOther;
    },
    wait: (milliseconds) => clock.pause(milliseconds),
  };
}

/** @returns once nothing has changed for `quietMs`, or after `limitMs` */
export async function untilQuiet(
  changes: Changes,
  quietMs: number,
  limitMs: number,
  clock: Clock,
  isCancelled: () => boolean,
): Promise<Quiet> {
  const begun = clock.now();
  let lastChange = begun;
  for (;;) {
    const now = clock.now();
    if (changes.changed()) lastChange = now;
    else if (now - lastChange >= quietMs) return 'quiet';
    if (now - begun >= limitMs || isCancelled()) return 'still_changing';
    await changes.wait(Math.max(1, Math.min(sliceMs, begun + limitMs - now, lastChange + quietMs - now)));
  }
}
