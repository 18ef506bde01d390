import { z } from 'zod';
import type { Part } from '../agent/agent-at-work';
import type { RunScope } from '../agent/loop';
import { oneAgent, type Succession } from '../agent/succession';
import type { CrewOf, Member } from '../contract/crew';
import type { Failure } from '../contract/failure';
import { type ActorId, type CallId, firstActor } from '../contract/ids';
import type { Mode } from '../contract/run-options';
import { defineTool } from '../tools/define-tool';
import type { Tool } from '../tools/tool';
import { memberSystem, modeOf, takesOver } from './brief';
import { refused } from './host';
import { listed, memberNamed, namesOf, toolsOf } from './members';
import { roomFor } from './room';

export const handOverName = 'hand_over';

export interface Handoff {
  /** With the tool by which an agent gives its conversation away. */
  tools(scope: RunScope, tools: readonly Tool[]): readonly Tool[];
  readonly succession: Succession;
}

interface Handed {
  readonly turn: number;
  readonly call: CallId;
  readonly to: Member;
  readonly message: string;
}

/** One agent at a time, each with the whole conversation. */
export function handoff(crew: CrewOf<'handoff'>, runMode: Mode): Handoff {
  const room = roomFor(crew.count, 'handovers');
  /** What each agent has done with its conversation. */
  const handed = new Map<ActorId, Handed>();
  let all: readonly Tool[] = [];
  const handedBy = (actor: ActorId) => handed.get(actor)?.call ?? null;

  function withHandOver(scope: RunScope, owner: ActorId, self: Member | null): readonly Tool[] {
    const others = crew.members.filter((member) => member !== self);
    const own = self === null ? all : toolsOf(self, all);
    return others.length === 0 ? own : [...own, handOverTool(scope, owner, others)];
  }

  function handOverTool(scope: RunScope, owner: ActorId, others: readonly Member[]): Tool {
    return defineTool({
      name: handOverName,
      description: `Gives this conversation to another agent, for good: it sees all that was said, and goes on in your place once the calls of this \
turn have ended. Agents:\n${listed(others)}`,
      input: z.object({
        to: z.enum(namesOf(others)).describe('The agent'),
        message: z.string().trim().min(1).max(4000).describe('What is left to do, and what to look out for'),
      }),
      effect: 'read',
      reach: { reads: [], writes: [] },
      footprint: () => ({ reads: [], writes: [] }),
      program: () => null,
      inWords: ({ to }) => `Hand the conversation over to ${to}`,
      async run({ to, message }, { callId, turn }) {
        if (scope.actors.whose(turn) !== owner) return refused(notFromHere);
        if (handed.get(owner)?.turn === turn) return refused(twice);
        const full = room.take();
        if (full !== null) return refused(full);
        handed.set(owner, { turn, call: callId, to: memberNamed(others, to), message });
        return {
          content: [{ type: 'text', text: `${to} takes over: ${message}` }],
          failure: null,
          delivery: null,
          value: null,
        };
      },
    });
  }

  return {
    tools(scope, tools) {
      all = tools;
      return withHandOver(scope, firstActor, null);
    },
    succession: {
      ...oneAgent,
      handedOver: () => handedBy(firstActor),
      next(scope, { actor, handedOver }) {
        const given = handed.get(actor);
        if (given === undefined || handedOver === null) return null;
        const { to, message, call } = given;
        const part: Part = {
          name: to.name,
          task: message,
          mode: modeOf(to, runMode),
          system: memberSystem(to, runMode, takesOver(to.name)),
          opening: { kind: 'taken-over', conversation: handedOver },
          turns: to.turns,
          tools: (owner) => withHandOver(scope, owner, to),
          handedOver: handedBy,
        };
        return { part, origin: { kind: 'handoff', call } };
      },
    },
  };
}

const twice: Failure = {
  code: 'invalid_input',
  sentence: 'This conversation was handed over in the same turn already.',
  next: 'Hand it over once.',
};

const notFromHere: Failure = {
  code: 'unsupported',
  sentence: 'A conversation is handed over by a call of its own, not from a plan or a script.',
  next: 'Call hand_over in a turn of yours.',
};
