import type { ActorOrigin } from '../contract/actor';
import type { ActorId, CallId } from '../contract/ids';
import { type AgentAtWork, outcomeOf, type Part, startAgent } from './agent-at-work';
import { internal } from './broke';
import { failedWith } from './endings';
import type { Loop, LoopEnding, RunScope } from './loop';
import type { AgentInput } from './state';

/** An agent that did what it was to do. */
export interface EndedAgent extends LoopEnding {
  readonly actor: ActorId;
}

/** Who works on, and how they came to. */
export interface Successor {
  readonly part: Part;
  readonly origin: ActorOrigin;
}

/** How the agents of a run follow one another, and what the first of them is told besides. */
export interface Succession {
  /** Stands at the end of what the first agent is told of its place; empty for nothing. */
  readonly brief: string;
  /** How often the first agent's model may be asked; null for as often as the run's may. */
  readonly turns: number | null;
  /** The call with which the first agent gave its conversation to somebody else; null where it did not. */
  readonly handedOver: () => CallId | null;
  /** null where nobody works on: the run ends as the agent did. */
  next(scope: RunScope, ended: EndedAgent): Successor | null;
}

/** One agent, from the beginning to the end. */
export const oneAgent: Succession = {
  brief: '',
  turns: null,
  handedOver: () => null,
  next: () => null,
};

const stops: ReadonlySet<AgentInput['type']> = new Set([
  'stop-requested',
  'time-is-up',
  'unrecorded',
  'broke',
] as const);

/**
 * One agent after another, as if they were one: what is fed reaches the one at work, and the end is the last one's. A stop that
 * comes between two of them is not lost.
 */
export function inSuccession(scope: RunScope, first: AgentAtWork, succession: Succession): Loop {
  let atWork = first;
  let stop: AgentInput | null = null;

  async function through(): Promise<LoopEnding> {
    for (;;) {
      const ending = await atWork.done;
      const { actor } = atWork;
      try {
        const successor = ending.status === 'completed' ? succession.next(scope, { ...ending, actor }) : null;
        if (successor === null) return ending;
        if (atWork === first) scope.actors.endFirst(outcomeOf(ending), ending.answer, ending.failure);
        atWork = startAgent(scope, successor.part, successor.origin, null);
      } catch (bug) {
        return { ...ending, ...failedWith(internal(bug)) };
      }
      atWork.feed(stop ?? { type: 'start' });
    }
  }

  return {
    feed(input) {
      if (stops.has(input.type)) stop ??= input;
      atWork.feed(input);
    },
    done: through(),
  };
}
