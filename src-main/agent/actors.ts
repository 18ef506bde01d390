import type { ActorKind, ActorOrigin, ActorOutcome } from '../contract/actor';
import type { Failure } from '../contract/failure';
import { type ActorId, actorId, type CallId, firstActor } from '../contract/ids';
import { totalTokens } from '../contract/messages';
import type { Mode } from '../contract/run-options';
import type { EventSink } from '../contract/trace-event';
import type { SoFar } from './state';

/** Somebody who begins to work in the run beside its first agent. */
export interface ActorStart {
  readonly kind: ActorKind;
  readonly name: string;
  readonly task: string;
  readonly mode: Mode;
  readonly origin: ActorOrigin;
}

export interface ActorAtWork {
  readonly id: ActorId;
  /** The first time counts. */
  end(outcome: ActorOutcome, answer: string, failure: Failure | null): void;
}

/** Everyone who works in a run, the one count of its turns, and what all of them have used up. */
export interface Actors extends SoFar {
  begin(start: ActorStart): ActorAtWork;
  /** The agent that the run began with ends before the run does, because somebody works on. */
  endFirst: ActorAtWork['end'];
  /** Whose turn it is, or was; null where it has not begun. */
  whose(turn: number): ActorId | null;
  /** It is taken by recording that turn's start. */
  readonly nextTurn: number;
  /** For whoever records turns. */
  readonly emit: EventSink;
}

export function createActors(record: EventSink): Actors {
  let actors = 1;
  let asked = 0;
  let tokens = 0;
  const owners: ActorId[] = [];
  const atWork = new Map<ActorId, ActorOrigin | null>([[firstActor, null]]);
  const emit: EventSink = (body) => {
    if (body.type === 'turn-started') owners[body.turn - 1] = body.actor;
    if (body.type === 'model-requested') asked += 1;
    if (body.type === 'model-responded') tokens += totalTokens(body.usage);
    if (body.type === 'call-ended') endThoseUnder(body.callId);
    record(body);
  };

  /** Whoever did not wind up in time has been cut off with the call. */
  function endThoseUnder(call: CallId): void {
    for (const [id, origin] of atWork)
      if (origin?.kind === 'call' && origin.call === call) end(id, 'cancelled', '', cutOff);
  }

  function end(id: ActorId, outcome: ActorOutcome, answer: string, failure: Failure | null): void {
    if (!atWork.delete(id)) return;
    record({ type: 'actor-ended', actor: id, outcome, answer, failure });
  }

  return {
    begin({ kind, name, task, mode, origin }) {
      actors += 1;
      const id = actorId(actors);
      atWork.set(id, origin);
      record({ type: 'actor-started', actor: id, kind, name, task, mode, origin });
      return { id, end: (outcome, answer, failure) => end(id, outcome, answer, failure) };
    },
    endFirst: (outcome, answer, failure) => end(firstActor, outcome, answer, failure),
    whose: (turn) => owners[turn - 1] ?? null,
    get nextTurn() {
      return owners.length + 1;
    },
    get turns() {
      return asked;
    },
    get tokens() {
      return tokens;
    },
    emit,
  };
}

const cutOff: Failure = {
  code: 'cancelled',
  sentence: 'The call under which it worked has ended.',
  next: 'Look at the target before you ask for the same again.',
};
