import type { Failure } from '../contract/failure';
import type { StopSource } from '../contract/trace-event';
import { endUnrun, type Heard, hear, moveAfter } from './answer';
import { afterLostAttempt, beginArriving, beginEarly, hasBegun, nothingEarly, resumeInAnswer } from './early';
import { completed, failedWith, limitReached, stoppedBy, timeIsUp } from './endings';
import type {
  AgentEffect,
  AgentInput,
  AgentState,
  Awaited,
  Conversation,
  Early,
  Ending,
  RunRules,
  SoFar,
  Step,
} from './state';
import { answered, toldByUs } from './transcript';

export function idle(rules: RunRules, said: string): AgentState {
  const task = { role: 'user' as const, content: [{ type: 'text' as const, text: said }] };
  const conversation: Conversation = {
    rules,
    turn: 0,
    turns: 0,
    messages: [task],
    sent: 0,
    callIds: new Set(),
    cutOff: 0,
  };
  return { kind: 'idle', conversation };
}

/** An agent that goes on with what another one handed over. */
export function takingOver(rules: RunRules, before: Conversation): AgentState {
  return { kind: 'idle', conversation: { ...before, rules, turns: 0, cutOff: 0 } };
}

/**
 * The whole of what the agent decides. Pure.
 * @throws where the input can't come in that state: a bug of ours
 */
export function step(state: AgentState, input: AgentInput, soFar: SoFar): Step {
  if (state.kind === 'ended') return { state, effects: [] };
  switch (input.type) {
    case 'start':
      if (state.kind !== 'idle') throw misplaced(state, input);
      return ask(state.conversation, [], soFar);
    case 'call-ready': {
      if (state.kind === 'stopping') return { state, effects: [] };
      if (state.kind !== 'asking') throw misplaced(state, input);
      const { effects, ...begun } = beginEarly(state.conversation, state.early, input.call);
      return { state: { kind: 'asking', ...begun }, effects };
    }
    case 'call-arriving': {
      if (state.kind === 'stopping') return { state, effects: [] };
      if (state.kind !== 'asking') throw misplaced(state, input);
      const { effects, ...begun } = beginArriving(state.conversation, state.early, input.tool);
      return { state: { kind: 'asking', ...begun }, effects };
    }
    case 'attempt-lost': {
      if (state.kind === 'stopping') return { state, effects: [] };
      if (state.kind !== 'asking') throw misplaced(state, input);
      const { early, effects } = afterLostAttempt(state.early);
      return { state: { ...state, early }, effects };
    }
    case 'model-responded': {
      if (state.kind !== 'asking' && state.kind !== 'stopping') throw misplaced(state, input);
      if (state.kind === 'asking') {
        const { conversation, early, effects } = resumeInAnswer(state.conversation, state.early, input);
        const heard = hear(conversation, early, input);
        const { effects: said, ...next } = follow(heard, moveAfter(heard, input), soFar);
        return { ...next, effects: [...effects, ...said] };
      }
      const heard = hear(state.conversation, state.early, input);
      return lastWord(state, 'model', [...heard.effects, ...unrunEffects(heard, 'cancelled', state.ending)]);
    }
    case 'model-failed': {
      if (state.kind !== 'asking' && state.kind !== 'stopping') throw misplaced(state, input);
      const { turn } = state.conversation;
      const said: AgentEffect = {
        type: 'emit',
        body: { type: 'model-failed', turn, failure: input.failure },
      };
      if (state.kind === 'stopping') return lastWord(state, 'model', [said]);
      return windUp(state.conversation, state.early, failedWith(input.failure), [said]);
    }
    case 'calls-settled':
      if (state.kind === 'calling') {
        const { conversation, awaited } = state;
        const told = answered(conversation, awaited, input.calls);
        const isOurs = input.handedOver !== null && awaited.order.includes(input.handedOver);
        return isOurs ? handOver(told) : ask(told, [], soFar);
      }
      if (state.kind === 'stopping') return lastWord(state, 'calls', []);
      throw misplaced(state, input);
    case 'stop-requested':
      return stop(state, { status: 'stopped', failure: stoppedBy(input.by) }, [stopSaid(input.by)]);
    case 'time-is-up': {
      const failure = timeIsUp(state.conversation.rules.limits);
      return stop(state, { status: 'limit', failure }, [stopSaid('timeout')]);
    }
    case 'called-off':
      return stop(state, { status: 'stopped', failure: input.failure }, []);
    case 'unrecorded':
      return stop(state, { status: 'failed', failure: input.failure }, []);
    case 'broke':
      return end(failedWith(input.failure), [{ type: 'cancel', reason: input.failure }]);
  }
}

function follow(heard: Heard, move: ReturnType<typeof moveAfter>, soFar: SoFar): Step {
  const { conversation, calls, rest, early, effects } = heard;
  const { turn } = conversation;
  const { lost } = early;
  const order = calls.map(({ id }) => id);
  switch (move.kind) {
    case 'run':
      return call(conversation, { order, unrun: [], lost, note: null }, [
        ...effects,
        ...inputsOf(heard),
        { type: 'add-calls', turn, calls: rest, last: true },
      ]);
    case 'refuse': {
      const unrun = endUnrun(turn, rest, 'skipped', move.failure);
      const awaited: Awaited = { order, unrun: unrun.results, lost, note: null };
      const said = [...effects, ...unrun.effects];
      if (hasBegun(early)) return call(conversation, awaited, [...said, noMoreCalls(turn)]);
      return ask(answered(conversation, awaited, []), said, soFar);
    }
    case 'ask-again':
      if (!hasBegun(early)) return ask(toldByUs(conversation, move.note), effects, soFar);
      return call(conversation, { order, unrun: [], lost, note: move.note }, [...effects, noMoreCalls(turn)]);
    case 'end':
      return windUp(conversation, early, move.ending, [
        ...effects,
        ...unrunEffects(heard, 'skipped', move.ending),
      ]);
  }
}

function call(conversation: Conversation, awaited: Awaited, effects: readonly AgentEffect[]): Step {
  return { state: { kind: 'calling', conversation, awaited }, effects };
}

/** Of the calls that began before their input was whole. */
function inputsOf({ calls, early }: Heard): AgentEffect[] {
  return calls
    .filter((_, at) => early.begun[at]?.input === null)
    .map((whole) => ({ type: 'input-whole', call: whole }));
}

/** Every call of an answer that is not run has a reason, which is that of the run's end. */
function unrunEffects({ conversation, rest }: Heard, outcome: 'skipped' | 'cancelled', ending: Ending) {
  if (ending.failure === null) return [];
  return endUnrun(conversation.turn, rest, outcome, ending.failure).effects;
}

function noMoreCalls(turn: number): AgentEffect {
  return { type: 'add-calls', turn, calls: [], last: true };
}

/** Ends the run once what began before the answer was whole has ended too; unless the run succeeded, it is told to. */
function windUp(
  conversation: Conversation,
  early: Early,
  ending: Ending,
  effects: readonly AgentEffect[],
): Step {
  if (!hasBegun(early)) return end(ending, effects);
  const cancel: AgentEffect[] = ending.failure === null ? [] : [{ type: 'cancel', reason: ending.failure }];
  return {
    state: { kind: 'stopping', conversation, early, ending, awaits: { model: false, calls: true } },
    // What waits for the whole answer must not begin because no more of it comes.
    effects: [...effects, ...cancel, noMoreCalls(conversation.turn)],
  };
}

function lastWord(
  state: Extract<AgentState, { kind: 'stopping' }>,
  of: 'model' | 'calls',
  effects: readonly AgentEffect[],
): Step {
  if (!state.awaits[of]) throw new Error(`the last word of the ${of} came twice`);
  const awaits = { ...state.awaits, [of]: false };
  if (awaits.model || awaits.calls) return { state: { ...state, awaits }, effects };
  return end(state.ending, effects);
}

function ask(before: Conversation, effects: readonly AgentEffect[], soFar: SoFar): Step {
  const limit = limitReached(before, soFar);
  if (limit !== null) return end({ status: 'limit', failure: limit }, effects);
  const { messages, sent, rules } = before;
  const { parallelCalls, actor } = rules;
  const turn = soFar.nextTurn;
  const conversation = { ...before, turn, turns: before.turns + 1, sent: messages.length };
  return {
    state: { kind: 'asking', conversation, early: nothingEarly },
    effects: [
      ...effects,
      { type: 'emit', body: { type: 'turn-started', turn, actor } },
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
  const { conversation } = state;
  const early = state.kind === 'asking' ? state.early : nothingEarly;
  const isArriving = state.kind === 'asking' && hasBegun(early);
  const awaits = { model: state.kind === 'asking', calls: state.kind === 'calling' || isArriving };
  const closing = isArriving ? [noMoreCalls(conversation.turn)] : [];
  return {
    state: { kind: 'stopping', conversation, early, ending, awaits },
    effects: [...said, { type: 'cancel', reason: ending.failure }, ...closing],
  };
}

function stopSaid(by: StopSource): AgentEffect {
  return { type: 'emit', body: { type: 'stop-requested', by } };
}

function end(ending: Ending, effects: readonly AgentEffect[]): Step {
  return { state: { kind: 'ended', ending }, effects: [...effects, { type: 'end', ...ending }] };
}

function handOver(conversation: Conversation): Step {
  return {
    state: { kind: 'ended', ending: completed },
    effects: [{ type: 'hand-over', conversation }],
  };
}

function misplaced(state: AgentState, input: AgentInput): Error {
  return new Error(`${input.type} can't come while the agent is ${state.kind}`);
}
