import type { ActorKind, ActorOrigin, ActorOutcome } from '../contract/actor';
import type { Failure } from '../contract/failure';
import { type ActorId, actorId, type CallId } from '../contract/ids';
import type { Mode } from '../contract/run-options';
import type { EventSink } from '../contract/trace-event';

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

/** Everyone who works in a run, and the one count of its turns. */
export interface Actors {
  begin(start: ActorStart): ActorAtWork;
  /** The number that the run's next turn gets. It is taken by recording that turn's start. */
  readonly nextTurn: number;
  /** For whoever records turns. */
  readonly emit: EventSink;
}

export function createActors(record: EventSink): Actors {
  let actors = 1;
  let turns = 0;
  const atWork = new Map<ActorId, ActorOrigin>();
  const emit: EventSink = (body) => {
    if (body.type === 'turn-started') turns = body.turn;
    if (body.type === 'call-ended') endThoseUnder(body.callId);
    record(body);
  };

  /** Whoever did not wind up in time has been cut off with the call. */
  function endThoseUnder(call: CallId): void {
    for (const [id, origin] of atWork)
      if (origin.kind === 'call' && origin.call === call) end(id, 'cancelled', '', cutOff);
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
    get nextTurn() {
      return turns + 1;
    },
    emit,
  };
}

const cutOff: Failure = {
  code: 'cancelled',
  sentence: 'The call under which it worked has ended.',
  next: 'Look at the target before you ask for the same again.',
};
