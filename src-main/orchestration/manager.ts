import { z } from 'zod';
import type { RunScope } from '../agent/loop';
import type { CrewOf } from '../contract/crew';
import { unionOf } from '../contract/footprint';
import type { Mode } from '../contract/run-options';
import { defineTool } from '../tools/define-tool';
import type { Tool, ToolContext, ToolOutcome } from '../tools/tool';
import { type Assignment, createAssignments } from './assignments';
import { hosted, outcomeOfHosted, refused } from './host';
import { listed, memberNamed, namesOf, reachOf, toolsOf } from './members';
import { roomFor } from './room';
import { worker } from './worker';

export const managerBrief = `You manage several agents, and do nothing yourself: you have no tool but those by which you give out tasks, look at \
what comes back, and accept it or send it back. Divide the task into parts that can each be said in a few sentences, judge every \
answer by what the task asks for, and accept or send back each of them before you answer.`;

const TaskId = z.string().regex(/^t[1-9]\d*$/, 'a task is called t1, t2 and so on');

/** What a manager has instead of tools that do something. */
export function managerTools(
  scope: RunScope,
  crew: CrewOf<'manager'>,
  runMode: Mode,
  tools: readonly Tool[],
): readonly Tool[] {
  const { members, count, rounds } = crew;
  const room = roomFor(count, 'workers');
  const assignments = createAssignments();
  const reach = unionOf(members.map((member) => reachOf(member, tools)));
  const nothing = { reads: [], writes: [] };

  async function work(assignment: Assignment, context: ToolContext): Promise<ToolOutcome> {
    const { id, member, task } = assignment;
    const part = worker(member, runMode, task, () => toolsOf(member, tools));
    const ending = await hosted(scope, part, context);
    assignments.answered(id, ending.answer);
    return outcomeOfHosted(member.name, ending, `Task ${id}, by ${member.name}:`);
  }

  const assign = defineTool({
    name: 'assign',
    description: `Gives a task to one of your agents. It knows nothing but what you say here. Several of these calls in one turn run at the same \
time where what the agents may do does not conflict. What comes back is the task's name, such as t1, and the agent's answer, which is what \
the call gives. Agents:\n${listed(members)}`,
    input: z.object({
      to: z.enum(namesOf(members)).describe('The agent'),
      task: z.string().trim().min(1).max(20_000).describe('All that it is to do, and what to answer'),
    }),
    // What a call writes, if anything, is what its agent may write: the footprint says so.
    effect: 'read',
    reach,
    footprint: ({ to }) => reachOf(memberNamed(members, to), tools),
    program: () => null,
    inWords: ({ to }) => `Give a task to ${to}`,
    async run({ to, task }, context) {
      const full = room.take();
      if (full !== null) return refused(full);
      return work(assignments.begin(memberNamed(members, to), task), context);
    },
  });

  const sendBack = defineTool({
    name: 'send_back',
    description: `Gives a task back to the agent that answered it, with what is to be changed. It is told the task and its own answer again. Each \
task may be sent back ${rounds} ${rounds === 1 ? 'time' : 'times'}. What comes back is its new answer.`,
    input: z.object({
      task: TaskId.describe('As assign named it: t1'),
      changes: z.string().trim().min(1).max(20_000).describe('What is to be changed, and why'),
    }),
    effect: 'read',
    reach,
    footprint({ task }) {
      const known = assignments.find(task);
      return known === null ? nothing : reachOf(known.member, tools);
    },
    program: () => null,
    inWords: ({ task }) => `Send task ${task} back`,
    async run({ task, changes }, context) {
      const again = assignments.sendBack(task, changes, rounds);
      if (!again.ok) return refused(again.failure);
      const full = room.take();
      if (full === null) return work(again.value, context);
      assignments.answered(task, again.value.answer);
      return refused(full);
    },
  });

  const accept = defineTool({
    name: 'accept',
    description: 'Takes the answer to a task as done. Nothing more is asked of its agent.',
    input: z.object({ task: TaskId.describe('As assign named it: t1') }),
    effect: 'read',
    reach: nothing,
    footprint: () => nothing,
    program: () => null,
    inWords: ({ task }) => `Accept task ${task}`,
    async run({ task }) {
      const taken = assignments.accept(task);
      if (!taken.ok) return refused(taken.failure);
      const text = `Task ${task} is accepted.`;
      return { content: [{ type: 'text', text }], failure: null, delivery: null, value: taken.value.answer };
    },
  });
  return [{ ...assign, hosts: true }, { ...sendBack, hosts: true }, accept];
}
