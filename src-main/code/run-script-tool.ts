import { z } from 'zod';
import type { RunScope } from '../agent/loop';
import { beginNestedTurn, type NestedTurn } from '../agent/nested-turn';
import type { Json } from '../contract/messages';
import type { Mode } from '../contract/run-options';
import { scriptToolName } from '../contract/script';
import { type SettledCall, scriptRules } from '../scheduler/index';
import { defineTool } from '../tools/define-tool';
import type { Tool, ToolContext, ToolOutcome } from '../tools/tool';
import { sandboxLimits } from './messages';
import { outcomeOf } from './outcome';
import { reachOf } from './reach';
import { type Answered, runScript, type SpawnSandbox } from './run-script';

export interface ScriptParts {
  readonly scope: RunScope;
  /** The run's: in sequential, the calls of a script come one after another. */
  readonly mode: Mode;
  readonly spawn: SpawnSandbox;
  /** What a script may call. */
  readonly tools: readonly Tool[];
}

/** How many calls one script may make. */
const callsAtMost = 200;

/** Code mode: the model writes a script that makes the calls, and each of them is a call like any other. */
export function runScriptTool(parts: ScriptParts): Tool {
  const reach = reachOf(parts.tools);
  const tool = defineTool({
    name: scriptToolName,
    description: `Runs a short JavaScript program in a sandbox that has no Node and no network. The source is the body of an async function: await each call, and use Promise.all for calls that do not depend on each other. tools.NAME(input) takes what the tool NAME takes, and gives what it gave; where it fails it throws an Error with the failure's code. Calls that conflict run in the order in which they were made. What you print(...) and what you return comes back. Use it wherever several calls are to be made and what comes of one decides the next. Tools: ${parts.tools.map(({ name }) => name).join(', ')}.`,
    input: z.object({ source: z.string().min(1).max(20_000).describe('The body of an async function') }),
    effect: 'write',
    reach,
    footprint: () => reach,
    program: () => null,
    inWords: () => 'Run a script',
    run: ({ source }, context) => runSource(parts, source, context),
  });
  return { ...tool, hosts: true };
}

async function runSource(
  { scope, mode, spawn, tools }: ScriptParts,
  source: string,
  context: ToolContext,
): Promise<ToolOutcome> {
  const { signal, viewer } = context;
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  const rules = scriptRules(mode);
  const origin = { kind: 'call', call: context.callId } as const;
  const actor = scope.actors.begin({ kind: 'script', name: 'Script', task: source, mode, origin });
  const resume = context.suspendLimit();
  const turn: { current: NestedTurn | null } = { current: null };
  let calls = 0;

  async function call(tool: string, input: Json): Promise<Answered> {
    calls += 1;
    if (calls > callsAtMost) return tooMany;
    turn.current ??= beginNestedTurn(scope, actor.id, viewer, byName, rules, signal);
    const { current } = turn;
    const asked = { type: 'tool_call' as const, id: current.nextId(), tool, input };
    current.add(asked, current.prepare(asked));
    return answeredBy(await current.ended(asked.id));
  }

  const run = { type: 'run', source, tools: [...byName.keys()], limits: sandboxLimits } as const;
  const ran = await runScript(spawn, run, call, signal);
  const settled = (await turn.current?.close()) ?? [];
  resume();
  const outcome = outcomeOf(ran, settled);
  const { kind } = ran.end;
  const how = kind === 'returned' ? 'succeeded' : kind === 'stopped' ? 'cancelled' : 'failed';
  actor.end(how, kind === 'returned' ? ran.end.json : '', outcome.failure);
  return outcome;
}

function answeredBy({ result, value }: SettledCall): Answered {
  if (!result.isError) return { ok: true, value };
  const [first] = result.content;
  const said = first?.type === 'text' ? first.text : 'failed: The call failed.';
  const colon = said.indexOf(': ');
  return { ok: false, code: said.slice(0, colon), sentence: said.slice(colon + 2) };
}

const tooMany: Answered = {
  ok: false,
  code: 'invalid_input',
  sentence: `A script may make at most ${callsAtMost} calls.`,
};
