import { z } from 'zod';
import { unknownFootprint } from '../../contract/footprint';
import type { Mode } from '../../contract/run-options';
import type { PreparedCall, Tool } from '../../tools/tool';
import { type ArrivingInput, arrivedInput } from '../arriving-input';
import type { RunScope } from '../loop';
import type { StreamedTool } from '../streamed-tool';
import { carryOut } from './carry-out';
import { mostTasks, planName } from './task';

/** What an agent is offered in a mode: in planned, a plan of all the others besides. */
export function toolsInMode(mode: Mode, scope: RunScope, tools: readonly Tool[]): readonly Tool[] {
  return mode === 'planned' ? [planTool(scope, tools), ...tools] : tools;
}

/** @param tools what a task may call */
export function planTool(scope: RunScope, tools: readonly Tool[]): StreamedTool {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  const prepared = (input: ArrivingInput): PreparedCall => ({
    kind: 'prepared',
    footprint: unknownFootprint,
    program: null,
    inWords: 'Carry out a plan',
    run: (context) => carryOut(scope, byName, input, context),
  });
  return {
    name: planName,
    description: description(scope.limits.turns),
    effect: 'write',
    reach: unknownFootprint,
    hosts: true,
    inputSchema,
    prepare: (input) => prepared(arrivedInput(z.json().parse(input))),
    prepareArriving: prepared,
  };
}

function description(turns: number): string {
  return [
    `Carries out several tool calls as one plan. Each task has an id of its own, a tool and that tool's input. A task starts as soon \
as it may, while you are still writing the next: tasks that only read run at the same time, and tasks that conflict run in the \
order in which you write them.`,
    `Where an input needs what an earlier task gives, write the object {"$ref": "ID.path"} in the place of the value, at any depth: \
{"$ref": "3"} is all that task 3 gave, {"$ref": "3.elements.0.ref"} a part of it, with places in lists counted from 0. What a tool \
gives is said in its description; where nothing is said, it gives its text. A reference is always an object by itself: inside a \
string it is plain text, and is not replaced. A task can refer only to tasks before it.`,
    `Write first what takes long or what others need. A task that fails takes with it those that refer to it, and later ones that \
count on what it was to write; the others go on. What comes back says of each task, by its id, what became of it and what it gave. \
At most ${mostTasks} tasks, none of them a plan. A plan takes a turn: this run has at most ${turns}.`,
  ].join('\n');
}

const inputSchema = {
  type: 'object',
  properties: {
    tasks: {
      type: 'array',
      minItems: 1,
      maxItems: mostTasks,
      items: {
        type: 'object',
        properties: {
          id: { type: 'string', description: 'Its name in this plan, such as 1' },
          tool: { type: 'string', description: 'The tool that it calls' },
          input: {
            type: 'object',
            description: 'The input of that tool; {"$ref": "ID.path"} stands for what an earlier task gives',
          },
        },
        required: ['id', 'tool', 'input'],
      },
    },
  },
  required: ['tasks'],
} as const;
