import { addUsage } from './messages';
import { atWorkUnder, firstAgent, reduceActors } from './reduce-actors';
import { reduceTurn } from './reduce-turn';
import type { TraceEvent } from './trace-event';
import type { TraceModel, Turn } from './trace-model';

/** An event that no legal sequence has at this place. The reader names the line; elsewhere it is a bug. */
export class IllegalEvent extends Error {
  override readonly name = 'IllegalEvent';
}

/**
 * The one way in which events become what is seen: live, reopened or travelled to.
 * @throws {IllegalEvent} where the event cannot follow
 */
export function reduce(model: TraceModel, event: TraceEvent): TraceModel {
  const next = { ...model, cursor: model.cursor + 1, now: Math.max(model.now, event.at.mono) };
  if (event.type !== 'run-started' && model.run === null)
    throw new IllegalEvent(`${event.type} before the run started`);
  if (model.phase.kind === 'ended') throw new IllegalEvent(`${event.type} after the run ended`);
  switch (event.type) {
    case 'run-started':
      if (model.run !== null) throw new IllegalEvent('the run started twice');
      return { ...next, run: event, actors: [firstAgent(event)], phase: { kind: 'running' } };
    case 'actor-started':
    case 'actor-ended': {
      const actors = reduceActors(model.actors, model.turns, event);
      if (actors === null) throw new IllegalEvent(`${event.type} of ${event.actor} cannot follow`);
      return { ...next, actors };
    }
    case 'turn-started':
      if (event.turn !== model.turns.length + 1) throw new IllegalEvent(`turn ${event.turn} is out of order`);
      if (model.actors.find(({ id }) => id === event.actor)?.ended !== null)
        throw new IllegalEvent(`turn ${event.turn} of ${event.actor}, who is not at work`);
      return {
        ...next,
        turns: [
          ...model.turns,
          { number: event.turn, actor: event.actor, startedAt: event.at.mono, model: null, calls: [] },
        ],
      };
    case 'model-responded':
      return {
        ...withTurn(next, event.turn, event),
        usage: addUsage(model.usage, event.usage),
        costUsd: model.costUsd === null || event.costUsd === null ? null : model.costUsd + event.costUsd,
      };
    case 'model-requested':
    case 'model-retrying':
    case 'model-block-started':
    case 'model-text':
    case 'model-failed':
    case 'call-proposed':
    case 'call-queued':
    case 'call-started':
    case 'call-progress':
    case 'call-edited':
    case 'approval-asked':
    case 'approval-answered':
      return withTurn(next, event.turn, event);
    case 'call-ended': {
      const under = atWorkUnder(model.actors, event.callId);
      if (under !== null)
        throw new IllegalEvent(`call ${event.callId} ended while ${under.id} worked under it`);
      return withTurn(next, event.turn, event);
    }
    case 'snapshot-taken': {
      const { snapshot: handle, seq, turn, callId, cause } = event;
      return {
        ...next,
        snapshots: [...model.snapshots, { handle, at: event.at.mono, seq, turn, callId, cause }],
      };
    }
    case 'screenshot-taken':
      return { ...next, screenshots: [...model.screenshots, event] };
    case 'epoch-advanced':
      return { ...next, epoch: event.epoch };
    case 'hazard-found':
      return {
        ...next,
        hazards: [...model.hazards, { hazard: event.hazard, at: event.at.mono, seq: event.seq }],
      };
    case 'run-held': {
      if (isHeld(model)) throw new IllegalEvent('the run was held twice');
      const hold = { from: event.at.mono, until: null, sentence: event.sentence };
      return { ...next, holds: [...model.holds, hold] };
    }
    case 'run-resumed': {
      const last = model.holds.at(-1);
      if (last === undefined || !isHeld(model)) throw new IllegalEvent('the run was not held');
      return { ...next, holds: [...model.holds.slice(0, -1), { ...last, until: event.at.mono }] };
    }
    case 'override-changed': {
      const { tool, override, remembered, seq } = event;
      const changed = { tool, override, remembered, seq, at: event.at.mono, turn: model.turns.length };
      return { ...next, overrideChanges: [...model.overrideChanges, changed] };
    }
    case 'stop-requested':
      return { ...next, phase: { kind: 'stopping', by: event.by } };
    case 'run-verified': {
      const { verified, checks, wrongElementWrites } = event;
      return { ...next, verification: { verified, checks, wrongElementWrites } };
    }
    case 'run-ended':
      return {
        ...next,
        phase: { kind: 'ended', status: event.status, failure: event.failure, at: event.at.mono },
      };
    default:
      return assertNever(event);
  }
}

/** Whether the person has the desktop to themselves at this moment. */
export function isHeld({ holds, phase }: Pick<TraceModel, 'holds' | 'phase'>): boolean {
  return phase.kind !== 'ended' && holds.at(-1)?.until === null;
}

function withTurn(model: TraceModel, number: number, event: Parameters<typeof reduceTurn>[1]): TraceModel {
  const before = model.turns[number - 1];
  if (before === undefined) throw new IllegalEvent(`${event.type} in turn ${number}, which has not started`);
  const after = reduceTurn(before, event);
  if (after === null) throw new IllegalEvent(`${event.type} cannot follow in turn ${number}`);
  const turns: Turn[] = model.turns.slice();
  turns[number - 1] = after;
  return { ...model, turns };
}

function assertNever(event: never): never {
  throw new IllegalEvent(`unknown event ${JSON.stringify(event)}`);
}
