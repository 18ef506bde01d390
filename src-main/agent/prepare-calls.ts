import type { Consent } from '../bridge/consent';
import { thrownSentence } from '../contract/failure';
import { type Effect, type Footprint, unknownFootprint } from '../contract/footprint';
import type { CallId } from '../contract/ids';
import type { ToolCall } from '../contract/messages';
import type { Approvals, Override } from '../contract/run-options';
import type { EventSink } from '../contract/trace-event';
import type { ProposedCall, Report, TimeLimit, Work } from '../scheduler/index';
import type { PreparedCall, Tool, ToolContext } from '../tools/tool';
import type { ArrivingInput } from './arriving-input';
import { isStreamed } from './streamed-tool';
import type { TurnLeave } from './turn-leave';
import { type Leave, runWithLeave } from './with-leave';

export type Tools = ReadonlyMap<string, Tool>;

/** A stop is to be felt within 100. */
const windUpMs = 60;

/** How long those who work under a call are given to end, in milliseconds. */
export function windUpOf({ hosts }: Tool): number {
  return hosts ? windUpMs : 0;
}

/** What the calls of one turn have in common. */
export interface TurnOfCalls {
  readonly tools: Tools;
  readonly overrideOf: (tool: string) => Override | null;
  readonly consent: Consent;
  readonly approvals: Approvals;
  /** null where the person is not asked about whole turns. */
  readonly turnLeave: TurnLeave | null;
  readonly turn: number;
  readonly viewer: ToolContext['viewer'];
  readonly sees: ToolContext['sees'];
  readonly emit: EventSink;
}

/** What the scheduler is to know of a call: how it runs, or why it can't. */
export function prepareCall(of: TurnOfCalls, call: ToolCall): ProposedCall {
  const { tools } = of;
  const { id, input } = call;
  const tool = tools.get(call.tool);
  const common = { id, tool: call.tool, input, program: null, needs: [] };
  if (tool === undefined) {
    const work = refused('unknown_tool', `There is no tool ${JSON.stringify(call.tool)}.`, namesOf(tools));
    return { ...common, effect: 'write', footprint: unknownFootprint, work };
  }
  const { effect } = tool;
  const touched: Footprint = effect === 'write' ? unknownFootprint : { reads: [], writes: [] };
  try {
    const prepared = tool.prepare(input);
    if (prepared.kind === 'prepared') return proposedAs(common, tool, prepared, of);
    return { ...common, effect, footprint: touched, work: { kind: 'refused', failure: prepared.failure } };
  } catch (thrown) {
    const work = refused(
      'tool_threw',
      `${call.tool} broke before it started: ${thrownSentence(thrown)}`,
      'Try another way.',
    );
    return { ...common, effect, footprint: touched, work };
  }
}

/** What the scheduler is to know of a call whose input is still arriving. */
export function prepareArriving(
  of: TurnOfCalls,
  { id, tool: name }: ToolCall,
  input: ArrivingInput,
): ProposedCall {
  const tool = of.tools.get(name);
  if (tool === undefined || !isStreamed(tool))
    throw new Error(`${name} can't begin before its input is whole`);
  return proposedAs({ id, tool: name, input: null, needs: [] }, tool, tool.prepareArriving(input), of);
}

function proposedAs(
  call: Pick<ProposedCall, 'id' | 'tool' | 'input' | 'needs'>,
  tool: Tool,
  prepared: PreparedCall,
  of: TurnOfCalls,
): ProposedCall {
  const { footprint, program } = prepared;
  const run = (signal: AbortSignal, limit: TimeLimit) =>
    runPrepared(of, call.id, tool, prepared, signal, limit);
  const work: Work = { kind: 'ready', windUpMs: windUpOf(tool), run };
  const { id, tool: name, input, needs } = call;
  return { id, tool: name, input, effect: tool.effect, footprint, program, needs, work };
}

/** Runs a call whose tool has taken its input, once the person lets it. */
export function runPrepared(
  of: TurnOfCalls,
  callId: CallId,
  tool: Tool,
  prepared: PreparedCall,
  signal: AbortSignal,
  limit: TimeLimit,
): Promise<Report> {
  // What works under a call asks the person for itself, and is held back by itself.
  const { consent, turnLeave, turn, viewer, sees, emit } = of;
  const effect = tool.hosts ? 'read' : tool.effect;
  const leave: Leave = { consent, tool, effect, asks: reasonToAsk(of, tool, effect), turnLeave };
  const suspendLimit = () => limit.suspend();
  return runWithLeave(leave, prepared, { callId, turn, viewer, sees, signal, emit, suspendLimit });
}

function reasonToAsk({ overrideOf, approvals }: TurnOfCalls, { name }: Tool, effect: Effect): Leave['asks'] {
  const override = overrideOf(name);
  if (override === 'ask') return 'ask_me';
  const counts = override === 'read' || override === 'write' ? override : effect;
  return approvals === 'writes' && counts === 'write' ? 'each_write' : null;
}

function refused(code: 'unknown_tool' | 'tool_threw', sentence: string, next: string): Work {
  return { kind: 'refused', failure: { code, sentence, next } };
}

function namesOf(tools: Tools): string {
  return tools.size === 0
    ? 'This run has no tools; answer without them.'
    : `Use one of: ${[...tools.keys()].join(', ')}.`;
}
