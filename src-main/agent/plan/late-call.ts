import type { Failure } from '../../contract/failure';
import type { CallId } from '../../contract/ids';
import type { Json, ToolCall } from '../../contract/messages';
import type { ProposedCall, Report, TimeLimit } from '../../scheduler/index';
import type { Tool } from '../../tools/tool';
import type { NestedTurn } from '../nested-turn';
import { runPrepared, windUpOf } from '../prepare-calls';
import { mapReferences, valueAt } from './references';
import { ofTask } from './task';

/** A task whose input refers to what others give. */
interface LateTask {
  readonly turn: NestedTurn;
  readonly tool: Tool;
  /** Its name in the plan. */
  readonly task: string;
  readonly call: ToolCall;
  /** The calls of the tasks that it refers to. */
  readonly calls: ReadonlyMap<string, CallId>;
}

/**
 * A call that has its place in the plan's order from the first, with the widest footprint that its tool may have; its input is
 * put together and parsed when it starts.
 */
export function lateCall(late: LateTask): ProposedCall {
  const { tool, call, calls } = late;
  const { id, input } = call;
  return {
    id,
    tool: tool.name,
    input,
    effect: tool.effect,
    footprint: tool.reach,
    program: null,
    needs: [...new Set(calls.values())],
    work: { kind: 'ready', windUpMs: windUpOf(tool), run: (signal, limit) => run(late, signal, limit) },
  };
}

async function run(late: LateTask, signal: AbortSignal, limit: TimeLimit): Promise<Report> {
  const { turn, tool, task, call, calls } = late;
  const values = new Map<string, Json>();
  for (const [name, id] of calls) values.set(name, (await turn.ended(id)).value);
  const input = mapReferences(call.input, (reference) =>
    valueAt(values.get(reference.task) ?? null, reference),
  );
  if (!input.ok) return notRun(task, input.failure);
  if (signal.aborted) return notRun(task, cancelled);
  const prepared = tool.prepare(input.value);
  if (prepared.kind === 'invalid') return notRun(task, prepared.failure);
  return runPrepared(turn.common, call.id, tool, prepared, signal, limit);
}

function notRun(task: string, failure: Failure): Report {
  return { content: [], failure: ofTask(task, failure), delivery: null, value: null };
}

const cancelled: Failure = {
  code: 'cancelled',
  sentence: 'It was stopped before it had begun.',
  next: 'Nothing was done.',
};
