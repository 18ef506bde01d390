import type { Failure } from '../../contract/failure';
import type { ResultContent } from '../../contract/messages';
import { type Delivery, leastKnown } from '../../contract/trace-event';
import { failureText } from '../../scheduler/index';
import type { ToolOutcome } from '../../tools/tool';
import { fitted } from './fit';
import { mostTasks } from './task';
import type { ToldPlan, ToldTask } from './tasks';

/** How the plan itself ended, whatever became of its tasks. */
export type PlanEnd =
  | { readonly kind: 'whole' }
  | { readonly kind: 'no-plan'; readonly failure: Failure }
  /** The answer ended in the middle of it. */
  | { readonly kind: 'cut' }
  /** The answer that it came in was lost, and the next one did not plan: what came of it has been done all the same. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'stopped' };

/** Characters of all results together: as much as two long results of single calls. */
const mostCharacters = 60_000;

/** The one result of a plan: what became of each task, and what it gave. */
export function reportOf(end: PlanEnd, told: ToldPlan): ToolOutcome {
  const names = namesOf(told);
  const tasks = [
    ...told.tasks.map((task) => partOf(task, '', names)),
    ...told.left
      .filter(({ call }) => call.wrote)
      .map((task) =>
        partOf(task, ' (begun in an attempt of your answer that was lost, and not asked for again)', names),
      ),
  ];
  const over =
    told.tooMany === 0
      ? []
      : [`${told.tooMany} more tasks were left out: a plan has ${mostTasks} at most. Plan them next.`];
  const texts = fitted([...tasks.map(({ text }) => text), ...over], mostCharacters);
  return {
    content: texts.flatMap((text, at): ResultContent[] => [
      { type: 'text', text },
      ...(tasks[at]?.images ?? []),
    ]),
    failure: failureOf(end, told),
    delivery: deliveryOf([...told.tasks, ...told.left]),
    value: null,
  };
}

/** Whether it came to what was asked for. */
export function isDone(end: PlanEnd, told: ToldPlan): boolean {
  return failureOf(end, told) === null;
}

/** `5 of 6 tasks succeeded.` */
export function inWords({ tasks }: ToldPlan): string {
  return `${tasks.filter(succeeded).length} of ${tasks.length} tasks succeeded.`;
}

interface Part {
  readonly text: string;
  readonly images: readonly ResultContent[];
}

function partOf(task: ToldTask, remark: string, names: ReadonlyMap<string, string>): Part {
  if (task.kind === 'unreadable')
    return { text: `task ${task.id}: failed\n${failureText(task.failure)}`, images: [] };
  const { id, tool, call } = task;
  const texts = call.result.content.flatMap((block) => (block.type === 'text' ? [block.text] : []));
  const said = call.outcome === 'succeeded' ? texts : texts.map((text) => inTasks(text, names));
  return {
    text: [`${id} ${tool}: ${call.outcome}${remark}`, ...said].join('\n'),
    images: call.result.content.filter(({ type }) => type !== 'text'),
  };
}

function namesOf({ tasks, left }: ToldPlan): ReadonlyMap<string, string> {
  const calls = [...left, ...tasks].flatMap((task) => (task.kind === 'call' ? [task] : []));
  return new Map(calls.map(({ id, call }) => [call.result.id, id]));
}

/** The scheduler names calls by ids that the plan does not have. */
function inTasks(text: string, names: ReadonlyMap<string, string>): string {
  return text.replaceAll(/ \(([\w-]+)\)/g, (whole, call: string) => {
    const name = names.get(call);
    return name === undefined ? whole : ` (task ${name})`;
  });
}

function succeeded(task: ToldTask): boolean {
  return task.kind === 'call' && task.call.outcome === 'succeeded';
}

function failureOf(end: PlanEnd, { tasks, tooMany }: ToldPlan): Failure | null {
  const open = tasks.filter((task) => !succeeded(task));
  const which = open.map((task) => (task.kind === 'call' ? `${task.id} ${task.tool}` : `task ${task.id}`));
  switch (end.kind) {
    case 'no-plan':
      return end.failure;
    case 'stopped':
      return {
        code: 'cancelled',
        sentence: `The plan was stopped. ${inWords({ tasks, left: [], tooMany })}`,
        next,
      };
    case 'cut':
      return {
        code: 'model_truncated',
        sentence: `The plan was cut off at the output limit. Of it, ${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'} had arrived whole, and ran where they could.`,
        next: 'Go on with what is left, in shorter plans.',
      };
    case 'lost':
    case 'whole':
      if (open.length === 0 && tooMany === 0) return null;
      return {
        code: 'plan_incomplete',
        sentence:
          open.length === 0
            ? `Only the first ${mostTasks} tasks were run.`
            : `${open.length} of ${tasks.length} tasks did not succeed: ${which.join(', ')}.`,
        next: 'Look at what came of each, then plan again or answer with what is known.',
      };
  }
}

const next = 'Look at what came of each task before you ask for it again.';

function deliveryOf(tasks: readonly ToldTask[]): Delivery | null {
  return leastKnown(tasks.flatMap((task) => (task.kind === 'call' ? [task.call.delivery] : [])));
}
