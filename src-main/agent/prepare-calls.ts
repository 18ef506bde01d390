import type { Consent } from '../bridge/consent';
import { thrownSentence } from '../contract/failure';
import { type Footprint, unknownFootprint } from '../contract/footprint';
import type { ToolCall } from '../contract/messages';
import type { Override } from '../contract/run-options';
import type { EventSink } from '../contract/trace-event';
import type { ProposedCall, TimeLimit, Work } from '../scheduler/index';
import type { Tool } from '../tools/tool';
import { runWithLeave } from './with-leave';

export type Tools = ReadonlyMap<string, Tool>;

/** How long those who work under a call are given to end, in milliseconds. A stop is to be felt within 100. */
const windUpMs = 60;

/** What the calls of one turn have in common. */
export interface TurnOfCalls {
  readonly tools: Tools;
  readonly overrideOf: (tool: string) => Override | null;
  readonly consent: Consent;
  readonly turn: number;
  readonly emit: EventSink;
}

/** What the scheduler is to know of a call: how it runs, or why it can't. */
export function prepareCall(
  { tools, overrideOf, consent, turn, emit }: TurnOfCalls,
  call: ToolCall,
): ProposedCall {
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
    if (prepared.kind === 'invalid') {
      return {
        ...common,
        effect,
        footprint: touched,
        work: { kind: 'refused', failure: prepared.failure },
      };
    }
    const leave = { consent, tool: tool.name, effect, asks: overrideOf(tool.name) === 'ask' };
    const run = (signal: AbortSignal, limit: TimeLimit) =>
      runWithLeave(leave, prepared, {
        callId: id,
        turn,
        signal,
        emit,
        suspendLimit: () => limit.suspend(),
      });
    return {
      ...common,
      effect,
      footprint: prepared.footprint,
      program: prepared.program,
      work: { kind: 'ready', windUpMs: tool.hosts ? windUpMs : 0, run },
    };
  } catch (thrown) {
    const work = refused(
      'tool_threw',
      `${call.tool} broke before it started: ${thrownSentence(thrown)}`,
      'Try another way.',
    );
    return { ...common, effect, footprint: touched, work };
  }
}

function refused(code: 'unknown_tool' | 'tool_threw', sentence: string, next: string): Work {
  return { kind: 'refused', failure: { code, sentence, next } };
}

function namesOf(tools: Tools): string {
  return tools.size === 0
    ? 'This run has no tools; answer without them.'
    : `Use one of: ${[...tools.keys()].join(', ')}.`;
}
