import type { Failure } from '../contract/failure';
import { noUsage } from '../contract/messages';
import type { StopSource } from '../contract/trace-event';
import { endUnrun, type Heard, hear, moveAfter } from './answer';
import { failedWith, limitReached, stoppedBy, timeIsUp } from './endings';
import type { AgentEffect, AgentInput, AgentState, Conversation, Ending, RunRules, Step } from './state';
import { answeredByTools, toldByUs } from './transcript';

export function idle(rules: RunRules): AgentState {
  const task = { role: 'user' as const, content: [{ type: 'text' as const, text: rules.task }] };
  const conversation: Conversation = {
    rules,
    turn: 0,
    messages: [task],
    sent: 0,
    usage: noUsage,
    callIds: new Set(),
    cutOff: 0,
  };
  return { kind: 'idle', conversation };
}

/**
 * The whole of what the agent decides. Pure.
 * @throws where the input can't come in that state: a bug of ours
 */
export function step(state: AgentState, input: AgentInput): Step {
  if (state.kind === 'ended') return { state, effects: [] };
  switch (input.type) {
    case 'start':
      if (state.kind !== 'idle') throw misplaced(state, input);
      return ask(state.conversation, []);
    case 'model-responded': {
      if (state.kind !== 'asking' && state.kind !== 'stopping') throw misplaced(state, input);
      const heard = hear(state.conversation, input);
      if (state.kind === 'asking') return follow(heard, moveAfter(heard, input));
      return giveUp(heard, 'cancelled', state.ending);
    }
    case 'model-failed': {
      if (state.kind !== 'asking' && state.kind !== 'stopping') throw misplaced(state, input);
      const { turn } = state.conversation;
      const said: AgentEffect = {
        type: 'emit',
        body: { type: 'model-failed', turn, failure: input.failure },
      };
      return end(state.kind === 'stopping' ? state.ending : failedWith(input.failure), [said]);
    }
    case 'calls-settled':
      if (state.kind === 'calling') return ask(answeredByTools(state.conversation, input.results), []);
      if (state.kind === 'stopping') return end(state.ending, []);
      throw misplaced(state, input);
    case 'stop-requested':
      return stop(state, { status: 'stopped', failure: stoppedBy(input.by) }, [stopSaid(input.by)]);
    case 'time-is-up': {
      const failure = timeIsUp(state.conversation.rules.limits);
      return stop(state, { status: 'limit', failure }, [stopSaid('timeout')]);
    }
    case 'unrecorded':
      return stop(state, { status: 'failed', failure: input.failure }, []);
    case 'broke':
      return end(failedWith(input.failure), [{ type: 'cancel', reason: input.failure }]);
  }
}

function follow(heard: Heard, move: ReturnType<typeof moveAfter>): Step {
  const { conversation, calls, effects } = heard;
  switch (move.kind) {
    case 'run': {
      const { turn } = conversation;
      return {
        state: { kind: 'calling', conversation, calls },
        effects: [...effects, { type: 'run-calls', turn, calls }],
      };
    }
    case 'refuse': {
      const unrun = endUnrun(heard, 'skipped', move.failure);
      return ask(unrun.conversation, [...effects, ...unrun.effects]);
    }
    case 'ask-again':
      return ask(toldByUs(conversation, move.note), effects);
    case 'end':
      return giveUp(heard, 'skipped', move.ending);
  }
}

/** Ends the run on an answer whose calls, if any, are not run. */
function giveUp(heard: Heard, outcome: 'skipped' | 'cancelled', ending: Ending): Step {
  if (ending.failure === null) return end(ending, heard.effects);
  return end(ending, [...heard.effects, ...endUnrun(heard, outcome, ending.failure).effects]);
}

function ask(before: Conversation, effects: readonly AgentEffect[]): Step {
  const limit = limitReached(before);
  if (limit !== null) return end({ status: 'limit', failure: limit }, effects);
  const { messages, sent, rules } = before;
  const turn = before.turn + 1;
  const { parallelCalls } = rules;
  return {
    state: { kind: 'asking', conversation: { ...before, turn, sent: messages.length } },
    effects: [
      ...effects,
      { type: 'emit', body: { type: 'turn-started', turn } },
      {
        type: 'emit',
        body: { type: 'model-requested', turn, messages: messages.slice(sent), parallelCalls },
      },
      { type: 'ask', turn, messages, parallelCalls },
    ],
  };
}

function stop(
  state: Exclude<AgentState, { kind: 'ended' }>,
  ending: Ending & { readonly failure: Failure },
  said: readonly AgentEffect[],
): Step {
  if (state.kind === 'stopping') return { state, effects: [] };
  if (state.kind === 'idle') return end(ending, said);
  return {
    state: { kind: 'stopping', conversation: state.conversation, ending },
    effects: [...said, { type: 'cancel', reason: ending.failure }],
  };
}

function stopSaid(by: StopSource): AgentEffect {
  return { type: 'emit', body: { type: 'stop-requested', by } };
}

function end(ending: Ending, effects: readonly AgentEffect[]): Step {
  return { state: { kind: 'ended', ending }, effects: [...effects, { type: 'end', ...ending }] };
}

function misplaced(state: AgentState, input: AgentInput): Error {
  return new Error(`${input.type} can't come while the agent is ${state.kind}`);
}
