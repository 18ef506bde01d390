import type { ActorOrigin } from '@contract/actor';
import type { ActorId } from '@contract/ids';
import type { Actor, TraceModel, Turn } from '@contract/trace-model';

/** Whose turn it is, and how deep it lies under other turns' calls. Fixed from the moment at which the turn begins. */
export interface Nesting {
  readonly actor: ActorId;
  readonly depth: number;
  /** Where its actor begins to work, beside or after the one that the run begins with; null in every later turn. */
  readonly head: Head | null;
  /** The actors under whose turns it lies, itself first: where one of them is folded, it is not shown. */
  readonly within: readonly ActorId[];
}

/** What stands where an actor begins. */
export interface Head {
  readonly name: string;
  /** `under` a call, or `after` somebody: a handoff, or the next step of a process. */
  readonly comes: 'under' | 'after';
}

export function nestingOf({ actors, turns }: Pick<TraceModel, 'actors' | 'turns'>, turn: Turn): Nesting {
  const within = chainOf(actors, turns, turn.actor);
  const actor = actors.find(({ id }) => id === turn.actor);
  const origin = actor?.origin ?? null;
  const isFirst = turns.find((each) => each.actor === turn.actor) === turn;
  const head: Head | null =
    actor === undefined || origin === null || !isFirst
      ? null
      : { name: actor.name, comes: origin.kind === 'call' ? 'under' : 'after' };
  return { actor: turn.actor, depth: within.length - 1, head, within };
}

/** From an actor outwards: under whose call it works, under whose call that one does. */
function chainOf(actors: readonly Actor[], turns: readonly Turn[], id: ActorId): readonly ActorId[] {
  const chain: ActorId[] = [];
  let at: ActorId | null = id;
  while (at !== null && !chain.includes(at)) {
    chain.push(at);
    at = hostOf(actors, turns, at);
  }
  return chain;
}

/** Who comes after another works where that one did. */
function hostOf(actors: readonly Actor[], turns: readonly Turn[], id: ActorId): ActorId | null {
  const origin: ActorOrigin | null = actors.find((actor) => actor.id === id)?.origin ?? null;
  if (origin === null) return null;
  if (origin.kind === 'after') return hostOf(actors, turns, origin.actor);
  const by = turns.find(({ calls }) => calls.some((call) => call.id === origin.call))?.actor ?? null;
  return origin.kind === 'handoff' && by !== null ? hostOf(actors, turns, by) : by;
}

/** How a turn is drawn: as it is; as all that its folded actor did; or not at all. */
export type Shown = 'open' | 'summary' | 'hidden';

export function shownAs({ actor, head, within }: Nesting, folded: ReadonlySet<ActorId>): Shown {
  if (within.slice(1).some((each) => folded.has(each))) return 'hidden';
  if (!folded.has(actor)) return 'open';
  return head === null ? 'hidden' : 'summary';
}
