import { isDeepStrictEqual } from 'node:util';
import type { ToolCall } from '../contract/messages';
import { uniqueCallId } from './call-ids';
import type { AgentEffect, Conversation, Early, ModelAnswer } from './state';

export const nothingEarly: Early = { begun: [], lost: [] };

export function hasBegun({ begun, lost }: Early): boolean {
  return begun.length + lost.length > 0;
}

interface Begun {
  readonly conversation: Conversation;
  readonly early: Early;
  readonly effects: readonly AgentEffect[];
}

/** Those of the answer that is arriving are with the conversation's once it is whole. */
function usedIn({ callIds }: Conversation, { begun, lost }: Early): (id: string) => boolean {
  const isOf = (id: string) => (call: ToolCall) => call.id === id;
  return (id) => callIds.has(id) || begun.some(isOf(id)) || lost.some(isOf(id));
}

/**
 * A call that begins before the answer is whole. One that had begun in an attempt whose answer was lost is the same call,
 * and does not begin twice.
 */
export function beginEarly(before: Conversation, early: Early, wanted: ToolCall): Begun {
  const { begun, lost } = early;
  const same = lost.find((call) => call.tool === wanted.tool && isDeepStrictEqual(call.input, wanted.input));
  if (same !== undefined) {
    const left = lost.filter((call) => call !== same);
    return { conversation: before, early: { begun: [...begun, same], lost: left }, effects: [] };
  }
  const { turn, rules } = before;
  const id = uniqueCallId(rules.idPrefix + wanted.id, usedIn(before, early));
  const call: ToolCall = { ...wanted, id };
  const { tool, input } = call;
  const index = begun.length + lost.length;
  return {
    conversation: before,
    early: { begun: [...begun, call], lost },
    effects: [
      { type: 'emit', body: { type: 'call-proposed', turn, callId: id, index, tool, input } },
      { type: 'add-calls', turn, calls: [call], last: false },
    ],
  };
}

/**
 * A call that begins before its input is whole. One of the same tool that had begun in an attempt whose answer was lost goes on
 * with the input that arrives now.
 */
export function beginArriving(before: Conversation, early: Early, tool: string): Begun {
  const { begun, lost } = early;
  const same = lost.find((call) => call.tool === tool);
  if (same !== undefined) {
    const left = lost.filter((call) => call !== same);
    const effects: AgentEffect[] = [{ type: 'resume-arriving', call: same.id }];
    return { conversation: before, early: { begun: [...begun, same], lost: left }, effects };
  }
  const { turn, rules } = before;
  const id = uniqueCallId(`${rules.idPrefix}${tool}_${turn}`, usedIn(before, early));
  const call: ToolCall = { type: 'tool_call', id, tool, input: null };
  const index = begun.length + lost.length;
  return {
    conversation: before,
    early: { begun: [...begun, call], lost },
    effects: [
      { type: 'emit', body: { type: 'call-proposed', turn, callId: id, index, tool, input: null } },
      { type: 'add-arriving', turn, call },
    ],
  };
}

/**
 * An answer that came at one stroke after an attempt that was lost: a call that had begun in that one before its input was whole is
 * the same call, so that those before it in the answer begin first, and it goes on with the answer's input.
 */
export function resumeInAnswer(
  before: Conversation,
  early: Early,
  { content, stopReason }: ModelAnswer,
): Begun {
  const calls = content.filter((block) => block.type === 'tool_call');
  const isLost = ({ lost }: Early, wanted: ToolCall) =>
    lost.some(({ tool, input }) => input === null && tool === wanted.tool);
  let now: Begun = { conversation: before, early, effects: [] };
  if (stopReason === 'max_tokens' || stopReason === 'refusal') return now;
  for (const [at, call] of calls.entries()) {
    const isBegun = at < early.begun.length;
    if (isBegun || !calls.slice(at).some((later) => isLost(now.early, later))) continue;
    const { effects, ...begun } = isLost(now.early, call)
      ? beginArriving(now.conversation, now.early, call.tool)
      : beginEarly(now.conversation, now.early, call);
    now = { ...begun, effects: [...now.effects, ...effects] };
  }
  return now;
}

export function afterLostAttempt({ begun, lost }: Early): Early {
  return { begun: [], lost: [...lost, ...begun] };
}
