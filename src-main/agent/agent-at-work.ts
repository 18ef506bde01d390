import type { ActorOrigin, ActorOutcome } from '../contract/actor';
import type { ActorId, CallId } from '../contract/ids';
import type { Mode } from '../contract/run-options';
import { modeRules } from '../scheduler/index';
import type { Tool } from '../tools/tool';
import { type Loop, type LoopEnding, type Opening, type RunScope, startLoop } from './loop';
import { toolsInMode } from './plan/plan-tool';

/** What an agent is to do in a run, and with what. */
export interface Part {
  /** As a person reads it. */
  readonly name: string;
  /** As it is recorded. */
  readonly task: string;
  readonly mode: Mode;
  readonly system: string;
  readonly opening: Opening;
  /** How often its model may be asked. */
  readonly turns: number;
  /** What it is offered, some of it made for this agent; in planned, a plan of them besides. */
  readonly tools: (actor: ActorId) => readonly Tool[];
  /** The call with which it gave its conversation to somebody else; null where it did not. */
  readonly handedOver: (actor: ActorId) => CallId | null;
}

export interface AgentAtWork extends Loop {
  readonly actor: ActorId;
}

/**
 * Somebody begins to work beside the run's first agent. Its end is recorded before `done` tells of it.
 * @param calledOff aborted when whoever it works for ends; null where it works for nobody
 */
export function startAgent(
  scope: RunScope,
  part: Part,
  origin: ActorOrigin,
  calledOff: AbortSignal | null,
): AgentAtWork {
  const { name, task, mode, system, opening, turns } = part;
  const begun = scope.actors.begin({ kind: 'agent', name, task, mode, origin });
  const actor = begun.id;
  const tools = toolsInMode(mode, scope, part.tools(actor));
  const rules = modeRules[mode];
  const handedOver = () => part.handedOver(actor);
  const common = { ...scope, actor, opening, turns, system, rules, tools };
  const loop = startLoop({ ...common, handedOver, calledOff });
  return {
    actor,
    feed: (input) => loop.feed(input),
    done: loop.done.then((ending) => {
      begun.end(outcomeOf(ending), ending.answer, ending.failure);
      return ending;
    }),
  };
}

export function outcomeOf({ status }: LoopEnding): ActorOutcome {
  if (status === 'completed') return 'succeeded';
  return status === 'stopped' ? 'cancelled' : 'failed';
}
