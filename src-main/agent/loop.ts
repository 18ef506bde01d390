import type { Consent } from '../bridge/consent';
import type { Clock } from '../contract/clock';
import { Failure } from '../contract/failure';
import type { ActorId, CallId } from '../contract/ids';
import type { ToolCall } from '../contract/messages';
import { addUsage, noUsage, type Usage } from '../contract/messages';
import type { Approvals, Limits, Override } from '../contract/run-options';
import { type Delivery, type EventSink, leastKnown } from '../contract/trace-event';
import type { Provider } from '../providers/provider';
import { executeTurn, type ModeRules, type TurnExecution } from '../scheduler/index';
import type { Tool } from '../tools/tool';
import type { Actors } from './actors';
import { arrivalsOf } from './arrivals';
import { broke, internal } from './broke';
import { completed, failedWith } from './endings';
import { type EarlyWord, type LastWord, listen } from './listen';
import { prepareArriving, prepareCall, type TurnOfCalls } from './prepare-calls';
import type { AgentEffect, AgentInput, Conversation, Ending, RunRules } from './state';
import { idle, step, takingOver } from './step';
import { declarationOf } from './tool-info';
import { type TurnLeave, turnLeave } from './turn-leave';

/** What every agent of a run shares. */
export interface RunScope {
  readonly provider: Provider;
  readonly consent: Consent;
  readonly clock: Clock;
  readonly actors: Actors;
  /** The person's word on a tool, as it is at the moment. */
  readonly overrideOf: (tool: string) => Override | null;
  readonly approvals: Approvals;
  readonly limits: Limits;
}

/** One agent's conversation. */
export interface LoopSetup extends RunScope {
  readonly actor: ActorId;
  readonly opening: Opening;
  /** How often its model may be asked. */
  readonly turns: number;
  readonly system: string;
  readonly rules: ModeRules;
  readonly tools: readonly Tool[];
  /** The call that gave the conversation to somebody else, as of now; null where none did. */
  readonly handedOver: () => CallId | null;
  /** Aborted, with a Failure that says why, when whoever it works for ends; null where it works for nobody. */
  readonly calledOff: AbortSignal | null;
}

/** What a conversation begins with: what the agent is told, or what was said before another one handed it over. */
export type Opening =
  | { readonly kind: 'told'; readonly text: string }
  | { readonly kind: 'taken-over'; readonly conversation: Conversation };

export interface LoopEnding extends Ending {
  /** The text of the last answer; empty where there was none. */
  readonly answer: string;
  readonly usage: Usage;
  /** Of its writes the one of which least is known; null where it wrote nothing. */
  readonly delivery: Delivery | null;
  /** What somebody else goes on with; null where nobody is to. */
  readonly handedOver: Conversation | null;
}

export interface Loop {
  feed(input: AgentInput): void;
  /** Never rejects. After a bug of ours it is a failure `internal`. */
  readonly done: Promise<LoopEnding>;
}

const maxOutputTokens = 16_384;

/** Performs what `step` decides: the only place where an agent meets the world. Begins with the input `start`. */
export function startLoop(setup: LoopSetup): Loop {
  const {
    provider,
    consent,
    clock,
    actors,
    overrideOf,
    approvals,
    actor,
    opening,
    turns,
    system,
    rules,
    limits,
  } = setup;
  const tools = new Map(setup.tools.map((tool) => [tool.name, tool]));
  const declarations = setup.tools.map(declarationOf);
  const work = new AbortController();
  const inputs: AgentInput[] = [];
  const { parallelCalls } = rules;
  const idPrefix = actor === 'a1' ? '' : `${actor}_`;
  const rereads = (name: string) => {
    const tool = tools.get(name);
    return tool !== undefined && isReread(tool) && overrideOf(name) !== 'write';
  };
  const viewer = opening.kind === 'told' ? actor : opening.conversation.rules.viewer;
  const agent: RunRules = { actor, viewer, idPrefix, limits, turns, parallelCalls, rereads };
  let state = opening.kind === 'told' ? idle(agent, opening.text) : takingOver(agent, opening.conversation);
  let execution: TurnExecution | null = null;
  let arrivals = arrivalsOf(tools, feed);
  let feeding = false;
  let answer = '';
  let usage = noUsage;
  let delivery: Delivery | null = null;
  let finish: (ending: LoopEnding) => void = () => undefined;
  const done = new Promise<LoopEnding>((resolve) => {
    finish = resolve;
  });

  /** One input after another: performing an effect may bring about the next. */
  function feed(input: AgentInput): void {
    inputs.push(input);
    if (feeding) return;
    feeding = true;
    for (let next = inputs.shift(); next !== undefined; next = inputs.shift()) {
      try {
        const decided = step(state, next, actors);
        state = decided.state;
        decided.effects.forEach(perform);
      } catch (bug) {
        if (state.kind === 'ended') end(failedWith(internal(bug)), null);
        else inputs.unshift(broke(bug));
      }
    }
    feeding = false;
  }

  const emit: EventSink = (body) => {
    if (body.type === 'model-responded') {
      answer = body.content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
      usage = addUsage(usage, body.usage);
    }
    actors.emit(body);
  };

  function perform(effect: AgentEffect): void {
    switch (effect.type) {
      case 'emit':
        return emit(effect.body);
      case 'ask':
        return ask(effect);
      case 'add-calls':
        return addCalls(effect);
      case 'add-arriving':
        return addArriving(effect);
      case 'set-aside':
        return execution?.setAside(new Set(effect.calls));
      case 'resume-arriving':
        return arrivals.resume(effect.call);
      case 'input-whole':
        return arrivals.whole(effect.call.id, effect.call.input);
      case 'cancel':
        return work.abort(effect.reason);
      case 'hand-over':
        return end(completed, effect.conversation);
      case 'end':
        return end(effect, null);
    }
  }

  function ask({ turn, messages, parallelCalls: several }: Extract<AgentEffect, { type: 'ask' }>): void {
    const asked = { system, messages, tools: declarations, parallelCalls: several, maxOutputTokens };
    arrivals = arrivalsOf(tools, feed);
    // Who wants to see all calls of a response before any of them runs has to see the whole of it.
    const isEager = rules.eager !== 'none' && approvals !== 'turns';
    const early = isEager ? arrivals.early : unheard;
    listen(asked, { turn, provider, clock, emit, signal: work.signal, early }).then(
      (word) => feed(asInput(word)),
      (bug: unknown) => feed(broke(bug)),
    );
  }

  function addCalls({ turn, calls, last }: Extract<AgentEffect, { type: 'add-calls' }>): void {
    execution ??= beginTurn(turn);
    const common = { ...commonOf(turn), turnLeave: approvals === 'turns' ? leaveFor(calls) : null };
    const prepared = calls.map((call) => prepareCall(common, call));
    if (!last) return execution.add(prepared);
    execution.close(prepared);
    execution = null;
    arrivals.over();
  }

  function addArriving({ turn, call }: Extract<AgentEffect, { type: 'add-arriving' }>): void {
    execution ??= beginTurn(turn);
    execution.add([prepareArriving(commonOf(turn), call, arrivals.begin(call.id))]);
  }

  function commonOf(turn: number): TurnOfCalls {
    const sees = 'earlier_turns';
    return { tools, overrideOf, approvals, consent, turnLeave: null, turn, viewer, sees, emit };
  }

  function leaveFor(calls: readonly ToolCall[]): TurnLeave {
    const words = calls.flatMap(({ tool, input }) => {
      const prepared = tools.get(tool)?.prepare(input);
      return prepared?.kind === 'prepared' ? [prepared.inWords] : [];
    });
    return turnLeave(consent, words);
  }

  function beginTurn(turn: number): TurnExecution {
    const { concurrentCalls: slots, callTimeoutMs } = limits;
    const stop = work.signal;
    const begun = executeTurn({ turn, rules, overrideOf, slots, callTimeoutMs, clock, emit, stop });
    begun.settled.then(
      (calls) => {
        delivery = leastKnown([delivery, ...calls.map((call) => call.delivery)]);
        feed({ type: 'calls-settled', calls, handedOver: setup.handedOver() });
      },
      (bug: unknown) => feed(broke(bug)),
    );
    return begun;
  }

  /** What is under way ends at once, also in the middle of a step. */
  function callOff(): void {
    const failure = reasonOf(setup.calledOff);
    work.abort(failure);
    feed({ type: 'called-off', failure });
  }

  function end({ status, failure }: Ending, handedOver: Conversation | null): void {
    setup.calledOff?.removeEventListener('abort', callOff);
    finish({ status, failure, answer, usage, delivery, handedOver });
  }

  if (setup.calledOff?.aborted === true) callOff();
  else setup.calledOff?.addEventListener('abort', callOff, { once: true });
  return { feed, done };
}

function isReread({ effect, hosts, reach }: Tool): boolean {
  return effect === 'read' && !hosts && reach.reads.length > 0;
}

function reasonOf(signal: AbortSignal | null): Failure {
  const said = Failure.safeParse(signal?.reason);
  return said.success ? said.data : calledOff;
}

const calledOff: Failure = {
  code: 'cancelled',
  sentence: 'The call under which it worked was cancelled.',
  next: 'Look at the target before you ask for the same again.',
};

/** In a mode in which nothing begins before the answer is whole. */
const unheard: EarlyWord = {
  began: () => undefined,
  input: () => undefined,
  ready: () => undefined,
  lost: () => undefined,
};

function asInput(word: LastWord): AgentInput {
  if (word.type === 'failed') return { type: 'model-failed', failure: word.failure };
  return { ...word, type: 'model-responded' };
}
