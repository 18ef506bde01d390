import { type Part, startAgent } from '../agent/agent-at-work';
import type { LoopEnding, RunScope } from '../agent/loop';
import type { Failure } from '../contract/failure';
import type { ToolContext, ToolOutcome } from '../tools/tool';

/** An agent works under a call, and ends before it: also where the call is told to end. Its own limits count, not the call's. */
export function hosted(scope: RunScope, part: Part, context: ToolContext): Promise<LoopEnding> {
  const { callId, signal } = context;
  context.suspendLimit();
  const agent = startAgent(scope, part, { kind: 'call', call: callId }, signal);
  agent.feed({ type: 'start' });
  return agent.done;
}

/** What the call gives of it. @param said stands before the answer; empty for nothing */
export function outcomeOfHosted(name: string, ending: LoopEnding, said = ''): ToolOutcome {
  const { answer, delivery } = ending;
  const text = [said, answer].filter((part) => part !== '').join('\n\n');
  return {
    content: text === '' ? [] : [{ type: 'text', text }],
    failure: failureOf(name, ending),
    delivery,
    value: answer,
  };
}

function failureOf(name: string, { status, failure }: LoopEnding): Failure | null {
  if (failure === null) return null;
  return {
    code: status === 'stopped' ? 'cancelled' : failure.code,
    sentence: `${name} did not finish: ${failure.sentence}`,
    next: 'Look at what it has done before you ask for the same again.',
  };
}

/** A call under which nobody came to work. */
export function refused(failure: Failure): ToolOutcome {
  return { content: [], failure, delivery: null, value: null };
}
