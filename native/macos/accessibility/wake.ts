import type { Ax } from './ax';
import type { Clock } from './clock';
import type { Identities } from './identities';
import type { AttributeName } from './names';
import type { Element } from './read';
import { walk } from './walk';
import { setAttribute } from './write';

/** How a program that draws its own widgets came to tell of them: `asleep` where it does not. */
export type Waking = 'awake' | 'manual' | 'enhanced' | 'asleep';

/** Of processes, which are known by their number and when they started: a number is used again. */
export interface WakingMemory {
  get(pid: number, startedAt: number): Waking | null;
  set(pid: number, startedAt: number, waking: Waking): void;
}

export function createWakingMemory(): WakingMemory {
  const known = new Map<number, { readonly startedAt: number; readonly waking: Waking }>();
  return {
    get: (pid, startedAt) => {
      const found = known.get(pid);
      return found?.startedAt === startedAt ? found.waking : null;
    },
    set: (pid, startedAt, waking) => {
      known.set(pid, { startedAt, waking });
    },
  };
}

/** After being asked a program takes a moment before its tree is there. */
const settleMs = 500;

/**
 * For programs on Chromium, which build no tree until somebody asks. The first way may be answered with an error and still
 * work, so that only a look at the tree tells. The second one moves windows about in some programs, so it comes last.
 */
export async function wake(
  ax: Ax,
  identities: Identities,
  application: Element,
  clock: Clock,
): Promise<Waking> {
  if (hasWebContent(ax, identities, application, clock)) return 'awake';
  for (const [name, waking] of ways) {
    setAttribute(ax, application, name, ax.cf.true);
    await clock.pause(settleMs);
    if (hasWebContent(ax, identities, application, clock)) return waking;
  }
  return 'asleep';
}

const ways: readonly (readonly [AttributeName, Waking])[] = [
  ['AXManualAccessibility', 'manual'],
  ['AXEnhancedUserInterface', 'enhanced'],
];

const glance = { nodes: 300, depth: 12, children: 30, milliseconds: 1_000 };

/** A page that is there but has nothing in it is one that sleeps. */
function hasWebContent(ax: Ax, identities: Identities, application: Element, clock: Clock): boolean {
  const seen = walk(ax, identities, application, glance, () => clock.now());
  if (!seen.ok) return false;
  const pages = new Set(seen.value.flatMap(({ role }, at) => (role === 'AXWebArea' ? [at] : [])));
  return seen.value.some(({ parent }) => pages.has(parent));
}
