import type { Failure } from '../contract/failure';
import type { ToolCall, ToolResult } from '../contract/messages';
import { failureText } from '../scheduler/index';
import { withUniqueIds } from './call-ids';
import { answeredNothing, completed, cutOffTwice, endedUnknown, failedWith, refusedByModel } from './endings';
import type { AgentEffect, Conversation, Early, Ending, ModelAnswer } from './state';
import { heardFromModel } from './transcript';

/** The conversation with the answer in it, and the calls that the answer asks for. */
export interface Heard {
  readonly conversation: Conversation;
  /** In the model's order, those that had begun before the answer was whole among them. */
  readonly calls: readonly ToolCall[];
  /** Those that had not. */
  readonly rest: readonly ToolCall[];
  readonly early: Early;
  readonly effects: readonly AgentEffect[];
}

/** A call that was cut off while it arrived is no part of the answer, and what came of it is told as of one that was lost. */
export function hear(before: Conversation, early: Early, answer: ModelAnswer): Heard {
  const { begun, lost } = early;
  const { content, callIds } = withUniqueIds(answer.content, before.callIds, before.rules.idPrefix, begun);
  const { stopReason, usage, costUsd } = answer;
  const calls = content.filter((block) => block.type === 'tool_call');
  const kept = begun.slice(0, calls.length);
  const dropped = begun.slice(calls.length);
  if (kept.some(({ tool }, at) => calls[at]?.tool !== tool) || dropped.some(({ input }) => input !== null))
    throw new Error('a call had begun that the answer does not ask for');
  const rest = calls.slice(kept.length);
  const conversation: Conversation = {
    ...heardFromModel(before, content),
    callIds,
    cutOff: stopReason === 'max_tokens' ? before.cutOff + 1 : 0,
  };
  const { turn } = conversation;
  const proposals = rest.map(({ id, tool, input }, at): AgentEffect => {
    const index = begun.length + lost.length + at;
    return { type: 'emit', body: { type: 'call-proposed', turn, callId: id, index, tool, input } };
  });
  const responded: AgentEffect = {
    type: 'emit',
    body: { type: 'model-responded', turn, content, stopReason, usage, costUsd },
  };
  const told: Early = { begun: kept, lost: [...lost, ...dropped] };
  return { conversation, calls, rest, early: told, effects: [responded, ...proposals] };
}

/** What an answer leads to. */
export type Move =
  | { readonly kind: 'run' }
  /** None of the calls that have not begun is run, each for this reason; then the model is asked again. */
  | { readonly kind: 'refuse'; readonly failure: Failure }
  | { readonly kind: 'ask-again'; readonly note: string }
  /** Calls that came with it and have not begun are not run, for the reason of the ending. */
  | { readonly kind: 'end'; readonly ending: Ending };

export function moveAfter({ conversation, calls }: Heard, { content, stopReason }: ModelAnswer): Move {
  switch (stopReason) {
    case 'refusal':
      return { kind: 'end', ending: failedWith(refusedByModel) };
    case 'max_tokens':
      if (conversation.cutOff > 1) return { kind: 'end', ending: failedWith(cutOffTwice) };
      return calls.length > 0 ? { kind: 'refuse', failure: cutOff } : { kind: 'ask-again', note: cutOffNote };
    case 'pause_turn':
      return calls.length > 0 ? { kind: 'run' } : { kind: 'ask-again', note: 'Go on.' };
    case 'tool_use':
      return calls.length > 0 ? { kind: 'run' } : { kind: 'end', ending: failedWith(answeredNothing) };
    case 'end_turn':
    case 'stop_sequence':
      if (calls.length > 0) return { kind: 'run' };
      return { kind: 'end', ending: content.length > 0 ? completed : failedWith(answeredNothing) };
    case 'other':
      return calls.length > 0 ? { kind: 'run' } : { kind: 'end', ending: failedWith(endedUnknown) };
  }
}

/** Ends calls that are never handed to the scheduler; each still gets its result. */
export function endUnrun(
  turn: number,
  calls: readonly ToolCall[],
  outcome: 'skipped' | 'cancelled',
  failure: Failure,
): { readonly results: readonly ToolResult[]; readonly effects: readonly AgentEffect[] } {
  const ended = { outcome, content: [], failure, delivery: null };
  const text = failureText(failure);
  return {
    results: calls.map(({ id }) => ({
      type: 'tool_result',
      id,
      content: [{ type: 'text', text }],
      isError: true,
    })),
    effects: calls.map(({ id }) => ({
      type: 'emit',
      body: { type: 'call-ended', turn, callId: id, ...ended },
    })),
  };
}

const cutOff: Failure = {
  code: 'model_truncated',
  sentence:
    'The answer was cut off at the output limit, so none of its calls was run that had not begun by then.',
  next: 'Answer again, with fewer or shorter calls.',
};

const cutOffNote = 'Your answer was cut off at the output limit. Answer again, more briefly.';
