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

/**
 * A call that begins before the answer is whole. One that had begun in an attempt whose answer was lost is the same call,
 * and does not begin twice.
 */
export function beginEarly(before: Conversation, early: Early, wanted: ToolCall): Begun {
  const { begun, lost } = early;
  const same = lost.find((call) => isSame(call, wanted) && !isOutdated(call, before, early));
  if (same !== undefined) return goOn(before, early, same, []);
  const { turn, rules } = before;
  const id = uniqueCallId(rules.idPrefix + wanted.id, before.callIds);
  const call: ToolCall = { ...wanted, id };
  const { tool, input } = call;
  const index = begun.length + lost.length;
  return {
    conversation: { ...before, callIds: new Set([...before.callIds, id]) },
    early: { begun: [...begun, call], lost },
    effects: [
      { type: 'emit', body: { type: 'call-proposed', turn, callId: id, index, tool, input } },
      { type: 'add-calls', turn, calls: [call], last: false },
    ],
  };
}

function isSame({ tool, input }: ToolCall, wanted: ToolCall): boolean {
  return tool === wanted.tool && isDeepStrictEqual(input, wanted.input);
}

/** A read that had begun before a write which the answer now puts before it. */
function isOutdated(call: ToolCall, { rules, callIds }: Conversation, { begun }: Early): boolean {
  if (!rules.rereads(call.tool)) return false;
  const order = [...callIds];
  const at = order.indexOf(call.id);
  return begun.some(({ id, tool }) => !rules.rereads(tool) && order.indexOf(id) > at);
}

/** A call of an attempt that was lost is one of this attempt too. */
function goOn(
  conversation: Conversation,
  { begun, lost }: Early,
  same: ToolCall,
  effects: readonly AgentEffect[],
): Begun {
  const left = lost.filter((call) => call !== same);
  return {
    conversation,
    early: { begun: [...begun, same], lost: left },
    effects: [...effects, setAside(left)],
  };
}

function setAside(lost: readonly ToolCall[]): AgentEffect {
  return { type: 'set-aside', calls: lost.map(({ id }) => id) };
}

/**
 * A call that begins before its input is whole. One of the same tool that had begun in an attempt whose answer was lost goes on
 * with the input that arrives now.
 */
export function beginArriving(before: Conversation, early: Early, tool: string): Begun {
  const { begun, lost } = early;
  const same = lost.find((call) => call.tool === tool);
  if (same !== undefined) return goOn(before, early, same, [{ type: 'resume-arriving', call: same.id }]);
  const { turn, rules } = before;
  const id = uniqueCallId(`${rules.idPrefix}${tool}_${turn}`, before.callIds);
  const call: ToolCall = { type: 'tool_call', id, tool, input: null };
  const index = begun.length + lost.length;
  return {
    conversation: { ...before, callIds: new Set([...before.callIds, id]) },
    early: { begun: [...begun, call], lost },
    effects: [
      { type: 'emit', body: { type: 'call-proposed', turn, callId: id, index, tool, input: null } },
      { type: 'add-arriving', turn, call },
    ],
  };
}

/**
 * An answer that came at one stroke after an attempt that was lost: a call that had begun in that one is the same call, so that those
 * before it in the answer begin first, and one whose input was not whole by then goes on with the answer's.
 */
export function resumeInAnswer(
  before: Conversation,
  early: Early,
  { content, stopReason }: ModelAnswer,
): Begun {
  const calls = content.filter((block) => block.type === 'tool_call');
  const isArriving = ({ lost }: Early, wanted: ToolCall) =>
    lost.some(({ tool, input }) => input === null && tool === wanted.tool);
  const isLost = (now: Early, wanted: ToolCall) =>
    isArriving(now, wanted) || now.lost.some((call) => isSame(call, wanted));
  let now: Begun = { conversation: before, early, effects: [] };
  if (stopReason === 'max_tokens' || stopReason === 'refusal') return now;
  for (const [at, call] of calls.entries()) {
    const isBegun = at < early.begun.length;
    if (isBegun || !calls.slice(at).some((later) => isLost(now.early, later))) continue;
    const { effects, ...begun } = isArriving(now.early, call)
      ? beginArriving(now.conversation, now.early, call.tool)
      : beginEarly(now.conversation, now.early, call);
    now = { ...begun, effects: [...now.effects, ...effects] };
  }
  return now;
}

/** None of what began goes on to begin more, until it is asked for again. */
export function afterLostAttempt({ begun, lost }: Early): Pick<Begun, 'early' | 'effects'> {
  const all = [...lost, ...begun];
  return { early: { begun: [], lost: all }, effects: all.length === 0 ? [] : [setAside(all)] };
}
