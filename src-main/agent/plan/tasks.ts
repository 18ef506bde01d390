import { isDeepStrictEqual } from 'node:util';
import { type Failure, failed, ok, type Result } from '../../contract/failure';
import type { ActorId, CallId } from '../../contract/ids';
import type { Json, ToolCall } from '../../contract/messages';
import type { ProposedCall, SettledCall } from '../../scheduler/index';
import type { Tool } from '../../tools/tool';
import { uniqueCallId } from '../call-ids';
import type { NestedTurn } from '../nested-turn';
import { lateCall } from './late-call';
import { mapReferences, type Reference, referencesIn } from './references';
import { mostTasks, ofTask, planName, readTask, type Task, type UnreadableTask } from './task';

/** What became of a task. */
export type ToldTask =
  | { readonly kind: 'call'; readonly id: string; readonly tool: string; readonly call: SettledCall }
  | UnreadableTask;

export interface ToldPlan {
  /** In the plan's order. */
  readonly tasks: readonly ToldTask[];
  /** Of an attempt that was lost, and not asked for again. */
  readonly left: readonly Extract<ToldTask, { kind: 'call' }>[];
  /** How many came after the last that is taken. */
  readonly tooMany: number;
}

/** The tasks of a plan at work: each begins when it may, while the next is still to come. */
export interface PlanTasks {
  take(sent: Json): void;
  /** The attempt that they came in is lost. They go on, and are the same tasks if the next one asks for them. */
  lost(): void;
  /** No more come. */
  told(): Promise<ToldPlan>;
}

/** `meant` is the input with calls in the place of tasks; undefined where it refers to what is not there. */
type Entry =
  | {
      readonly kind: 'call';
      readonly id: string;
      readonly tool: string;
      readonly meant: Json | undefined;
      readonly call: CallId;
    }
  | UnreadableTask;

export function planTasks(actor: ActorId, turn: NestedTurn): PlanTasks {
  const { tools } = turn.common;
  const used = new Set<string>();
  let entries: Entry[] = [];
  let known = new Map<string, CallId | null>();
  let left: Extract<Entry, { kind: 'call' }>[] = [];
  let sentSoFar = 0;

  function take(sent: Json): void {
    sentSoFar += 1;
    if (sentSoFar > mostTasks) return;
    const read = readTask(sent, sentSoFar, known);
    if (read.kind === 'unreadable') {
      if (!known.has(read.id)) known.set(read.id, null);
      entries.push(read);
      return;
    }
    const { task, id } = read;
    const references = referencesOf(id, task);
    const meant = references.ok ? meaningOf(task.input) : undefined;
    const same = left.find(
      (entry) => meant !== undefined && entry.tool === task.tool && isDeepStrictEqual(entry.meant, meant),
    );
    left = left.filter((entry) => entry !== same);
    const entry = same ?? begin(id, task, references, meant);
    known.set(id, entry.call);
    entries.push({ ...entry, id });
  }

  /** The input with the calls that it refers to, whatever the plan calls them. */
  function meaningOf(input: Json): Json {
    const mapped = mapReferences(input, ({ task, path }) => ok({ $ref: [known.get(task) ?? null, ...path] }));
    return mapped.ok ? mapped.value : null;
  }

  /** @returns what it refers to; or what is wrong with it, other than its input */
  function referencesOf(id: string, { tool, input }: Task): Result<readonly Reference[]> {
    if (tool === planName) return planInPlan;
    if (!tools.has(tool)) {
      const sentence = `There is no tool ${JSON.stringify(tool)}.`;
      return failed('unknown_tool', sentence, `Use one of: ${[...tools.keys()].join(', ')}.`);
    }
    const found = referencesIn(input);
    if (!found.ok) return found;
    for (const { task } of found.value) {
      if (task === id) return refused(`It refers to itself.`);
      const call = known.get(task);
      if (call === undefined)
        return refused(`It refers to task ${task}, which does not come before it in the plan.`);
      if (call === null) return refused(`It refers to task ${task}, which could not be read.`);
    }
    return found;
  }

  function begin(
    id: string,
    { tool: name, input }: Task,
    references: Result<readonly Reference[]>,
    meant: Json | undefined,
  ): Extract<Entry, { kind: 'call' }> {
    const call: ToolCall = { type: 'tool_call', id: uniqueCallId(`${actor}_${id}`, used), tool: name, input };
    used.add(call.id);
    turn.add(call, proposalOf(id, call, references));
    return { kind: 'call', id, tool: name, meant, call: call.id };
  }

  function proposalOf(id: string, call: ToolCall, references: Result<readonly Reference[]>): ProposedCall {
    const tool = tools.get(call.tool);
    if (!references.ok) return notRun(id, call, tool, references.failure);
    if (tool === undefined) throw new Error(`${call.tool} was not looked for`);
    if (references.value.length > 0) {
      const calls = new Map(references.value.flatMap(({ task }) => pairOf(task)));
      return lateCall({ turn, tool, task: id, call, calls });
    }
    const prepared = turn.prepare(call);
    return prepared.work.kind === 'refused' ? notRun(id, call, tool, prepared.work.failure) : prepared;
  }

  function pairOf(task: string): Array<readonly [string, CallId]> {
    const call = known.get(task);
    return call === null || call === undefined ? [] : [[task, call]];
  }

  async function toldOf({ id, tool, call }: Extract<Entry, { kind: 'call' }>) {
    return { kind: 'call' as const, id, tool, call: await turn.ended(call) };
  }

  return {
    take,
    lost() {
      left = [...left, ...entries.filter((entry) => entry.kind === 'call')];
      entries = [];
      known = new Map();
      sentSoFar = 0;
    },
    async told() {
      await turn.close();
      const tasks = await Promise.all(
        entries.map(async (entry) => (entry.kind === 'call' ? toldOf(entry) : entry)),
      );
      return {
        tasks,
        left: await Promise.all(left.map(toldOf)),
        tooMany: Math.max(0, sentSoFar - mostTasks),
      };
    },
  };
}

/** It never runs. Later tasks that count on what it was to write are kept from running; nothing else is. */
function notRun(
  id: string,
  { id: callId, tool: name, input }: ToolCall,
  tool: Tool | undefined,
  why: Failure,
): ProposedCall {
  return {
    id: callId,
    tool: name,
    input,
    effect: tool?.effect ?? 'read',
    footprint: tool?.reach ?? { reads: [], writes: [] },
    program: null,
    needs: [],
    work: { kind: 'refused', failure: ofTask(id, why) },
  };
}

function refused(sentence: string): { readonly ok: false; readonly failure: Failure } {
  return failed('invalid_input', sentence, 'Refer to earlier tasks of the same plan only.');
}

const planInPlan = failed(
  'unsupported',
  'A plan inside of a plan is not carried out.',
  'Put its tasks into the plan itself, or plan again once this plan is done.',
);
