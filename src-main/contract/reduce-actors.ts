import type { Crew } from './crew';
import { actorId, firstActor } from './ids';
import type { EventOf } from './trace-event';
import type { Actor, Call, Turn } from './trace-model';

/** The agent that a run begins with. */
export function firstAgent({ request, at }: EventOf<'run-started'>): Actor {
  const { task, mode, crew } = request;
  return {
    id: firstActor,
    kind: 'agent',
    name: nameOfFirst(crew),
    task,
    mode,
    origin: null,
    startedAt: at.mono,
    ended: null,
  };
}

/** The first step of a process has a name of its own. */
function nameOfFirst(crew: Crew): string {
  const step = crew.kind === 'process' ? crew.steps[0] : undefined;
  return step?.name ?? 'Agent';
}

/** The actors after the event, or null where the event cannot follow. */
export function reduceActors(
  actors: readonly Actor[],
  turns: readonly Turn[],
  event: EventOf<'actor-started' | 'actor-ended'>,
): readonly Actor[] | null {
  const at = event.at.mono;
  if (event.type === 'actor-started') {
    const { actor: id, kind, name, task, mode, origin } = event;
    if (id !== actorId(actors.length + 1)) return null;
    if (origin.kind === 'call' && !isRunning(callOf(turns, origin.call))) return null;
    return [...actors, { id, kind, name, task, mode, origin, startedAt: at, ended: null }];
  }
  const index = actors.findIndex(({ id }) => id === event.actor);
  const actor = actors[index];
  if (actor === undefined || actor.ended !== null) return null;
  const { outcome, answer, failure } = event;
  return actors.with(index, { ...actor, ended: { at, outcome, answer, failure } });
}

/** Who still works under a call; null where nobody does. */
export function atWorkUnder(actors: readonly Actor[], call: Call['id']): Actor | null {
  return (
    actors.find(({ origin, ended }) => ended === null && origin?.kind === 'call' && origin.call === call) ??
    null
  );
}

function callOf(turns: readonly Turn[], id: Call['id']): Call | null {
  for (const turn of turns) {
    const call = turn.calls.find((each) => each.id === id);
    if (call !== undefined) return call;
  }
  return null;
}

function isRunning(call: Call | null): boolean {
  return call !== null && call.startedAt !== null && call.ended === null;
}
