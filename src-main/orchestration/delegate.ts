import { z } from 'zod';
import type { Part } from '../agent/agent-at-work';
import type { RunScope } from '../agent/loop';
import type { CrewOf, Member } from '../contract/crew';
import { type Footprint, unionOf } from '../contract/footprint';
import type { Mode } from '../contract/run-options';
import { defineTool } from '../tools/define-tool';
import type { Tool } from '../tools/tool';
import { hosted, outcomeOfHosted, refused } from './host';
import { listed, memberNamed, namesOf, reachOf, toolsOf } from './members';
import { type Room, tooDeep } from './room';
import { worker } from './worker';

export const delegateName = 'delegate';

export interface Delegation {
  readonly crew: CrewOf<'sub_agents'>;
  readonly runMode: Mode;
  readonly room: Room;
  /** All that the run has. */
  readonly tools: readonly Tool[];
}

/** @param depth of those that it begins: 1 where the run's first agent does */
export function delegateTool(scope: RunScope, delegation: Delegation, depth: number): Tool {
  const { crew, tools, room } = delegation;
  const { members } = crew;
  const everybody = unionOf(members.map((member) => reachOf(member, tools)));
  const footprintOf = (member: Member): Footprint => (crew.depth > 1 ? everybody : reachOf(member, tools));
  const tool = defineTool({
    name: delegateName,
    description: `Gives a part of your task to another agent, which works on it in a conversation of its own and answers you. It knows nothing \
of yours: say everything that it needs. Several of these calls in one turn run at the same time where what the agents may do does not \
conflict. What comes back is its answer, and that is what the call gives. Use it for a part that can be said in a few sentences. Agents:\n${listed(members)}`,
    input: z.object({
      to: z.enum(namesOf(members)).describe('The agent'),
      task: z.string().trim().min(1).max(20_000).describe('All that it is to do, and what to answer'),
    }),
    // What a call writes, if anything, is what its agent may write: the footprint says so.
    effect: 'read',
    reach: everybody,
    footprint: ({ to }) => footprintOf(memberNamed(members, to)),
    program: () => null,
    inWords: ({ to }) => `Give a task to ${to}`,
    async run({ to, task }, context) {
      const why = depth > crew.depth ? tooDeep(crew.depth) : room.take();
      if (why !== null) return refused(why);
      const part = partOf(scope, delegation, memberNamed(members, to), task, depth);
      return outcomeOfHosted(to, await hosted(scope, part, context));
    },
  });
  return { ...tool, hosts: true };
}

function partOf(scope: RunScope, delegation: Delegation, member: Member, task: string, depth: number): Part {
  const { crew, runMode, tools } = delegation;
  const own = toolsOf(member, tools);
  const mayBegin = crew.depth > 1;
  return worker(member, runMode, task, () =>
    mayBegin ? [...own, delegateTool(scope, delegation, depth + 1)] : own,
  );
}
