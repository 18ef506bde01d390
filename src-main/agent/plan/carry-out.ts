import { modeRules } from '../../scheduler/index';
import type { ToolContext, ToolOutcome } from '../../tools/tool';
import type { ArrivingInput, ArrivingWord } from '../arriving-input';
import type { RunScope } from '../loop';
import { beginNestedTurn } from '../nested-turn';
import type { Tools } from '../prepare-calls';
import { planReader } from './read-plan';
import { inWords, isDone, type PlanEnd, reportOf } from './report';
import { planTasks } from './tasks';

/** Carries out a plan, from its first piece until its last task has ended. */
export async function carryOut(
  scope: RunScope,
  tools: Tools,
  input: ArrivingInput,
  context: ToolContext,
): Promise<ToolOutcome> {
  const { callId, signal, viewer } = context;
  // Each task has its own limit, and the model takes as long as it takes.
  context.suspendLimit();
  const origin = { kind: 'call' as const, call: callId };
  const actor = scope.actors.begin({ kind: 'plan', name: 'Plan', task: '', mode: 'planned', origin });
  const turn = beginNestedTurn(scope, actor.id, viewer, tools, modeRules.planned, signal);
  const tasks = planTasks(actor.id, turn);
  const heard = await heardOut(input, signal, tasks);
  const told = await tasks.told();
  const end: PlanEnd = signal.aborted && !isDone(heard, told) ? { kind: 'stopped' } : heard;
  const report = reportOf(end, told);
  const { failure } = report;
  const outcome = end.kind === 'stopped' ? 'cancelled' : failure === null ? 'succeeded' : 'failed';
  actor.end(outcome, inWords(told), failure);
  return report;
}

/** Takes the tasks as they arrive. @returns how the plan ended, once no more of it comes */
function heardOut(
  input: ArrivingInput,
  signal: AbortSignal,
  tasks: Pick<ReturnType<typeof planTasks>, 'take' | 'lost'>,
): Promise<PlanEnd> {
  let reader = planReader();
  let end: PlanEnd = { kind: 'cut' };

  function hear(word: Exclude<ArrivingWord, { type: 'over' }>): void {
    switch (word.type) {
      case 'piece':
        if (end.kind === 'lost') end = { kind: 'cut' };
        reader.read(word.json).forEach(tasks.take);
        return;
      case 'whole': {
        const rest = reader.rest(word.input);
        if (rest.ok) rest.value.forEach(tasks.take);
        end = rest.ok ? { kind: 'whole' } : { kind: 'no-plan', failure: rest.failure };
        return;
      }
      case 'lost':
        tasks.lost();
        reader = planReader();
        end = { kind: 'lost' };
    }
  }

  return new Promise((resolve) => {
    let isOver = false;
    const finish = (how: PlanEnd) => {
      isOver = true;
      resolve(how);
    };
    if (signal.aborted) finish({ kind: 'stopped' });
    else signal.addEventListener('abort', () => finish({ kind: 'stopped' }), { once: true });
    input.listen((word) => {
      if (isOver) return;
      if (word.type === 'over') finish(end);
      else hear(word);
    });
  });
}
