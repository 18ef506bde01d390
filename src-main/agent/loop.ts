import type { Consent } from '../bridge/consent';
import type { Clock } from '../contract/clock';
import type { ActorId } from '../contract/ids';
import { addUsage, noUsage, type Usage } from '../contract/messages';
import type { Limits, Override } from '../contract/run-options';
import type { EventSink } from '../contract/trace-event';
import type { Provider } from '../providers/provider';
import { executeTurn, type ModeRules, type TurnExecution } from '../scheduler/index';
import type { Tool } from '../tools/tool';
import type { Actors } from './actors';
import { arrivalsOf } from './arrivals';
import { broke, internal } from './broke';
import { failedWith } from './endings';
import { type EarlyWord, type LastWord, listen } from './listen';
import { prepareArriving, prepareCall, type TurnOfCalls } from './prepare-calls';
import type { AgentEffect, AgentInput, Ending } from './state';
import { idle, step } from './step';
import { declarationOf } from './tool-info';

/** What every agent of a run shares. */
export interface RunScope {
  readonly provider: Provider;
  readonly consent: Consent;
  readonly clock: Clock;
  readonly actors: Actors;
  /** The person's word on a tool, as it is at the moment. */
  readonly overrideOf: (tool: string) => Override | null;
  readonly limits: Limits;
}

/** One agent's conversation. */
export interface LoopSetup extends RunScope {
  readonly actor: ActorId;
  readonly task: string;
  readonly system: string;
  readonly rules: ModeRules;
  readonly tools: readonly Tool[];
}

export interface LoopEnding extends Ending {
  /** The text of the last answer; empty where there was none. */
  readonly answer: string;
  readonly usage: Usage;
}

export interface Loop {
  feed(input: AgentInput): void;
  /** Never rejects. After a bug of ours it is a failure `internal`. */
  readonly done: Promise<LoopEnding>;
}

const maxOutputTokens = 16_384;

/** Performs what `step` decides: the only place where an agent meets the world. Begins with the input `start`. */
export function startLoop(setup: LoopSetup): Loop {
  const { provider, consent, clock, actors, overrideOf, actor, task, system, rules, limits } = setup;
  const tools = new Map(setup.tools.map((tool) => [tool.name, tool]));
  const declarations = setup.tools.map(declarationOf);
  const work = new AbortController();
  const inputs: AgentInput[] = [];
  const { parallelCalls } = rules;
  const idPrefix = actor === 'a1' ? '' : `${actor}_`;
  let state = idle({ actor, idPrefix, task, limits, parallelCalls });
  let execution: TurnExecution | null = null;
  let arrivals = arrivalsOf(tools, feed);
  let feeding = false;
  let answer = '';
  let usage = noUsage;
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
        const decided = step(state, next, actors.nextTurn);
        state = decided.state;
        decided.effects.forEach(perform);
      } catch (bug) {
        if (state.kind === 'ended') end(failedWith(internal(bug)));
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
      case 'resume-arriving':
        return arrivals.resume(effect.call);
      case 'input-whole':
        return arrivals.whole(effect.call.id, effect.call.input);
      case 'cancel':
        return work.abort(effect.reason);
      case 'end':
        return end(effect);
    }
  }

  function ask({ turn, messages, parallelCalls: several }: Extract<AgentEffect, { type: 'ask' }>): void {
    const asked = { system, messages, tools: declarations, parallelCalls: several, maxOutputTokens };
    arrivals = arrivalsOf(tools, feed);
    const early = rules.eager === 'none' ? unheard : arrivals.early;
    listen(asked, { turn, provider, clock, emit, signal: work.signal, early }).then(
      (word) => feed(asInput(word)),
      (bug: unknown) => feed(broke(bug)),
    );
  }

  function addCalls({ turn, calls, last }: Extract<AgentEffect, { type: 'add-calls' }>): void {
    execution ??= beginTurn(turn);
    const common: TurnOfCalls = { tools, overrideOf, consent, turn, sees: 'earlier_turns', emit };
    const prepared = calls.map((call) => prepareCall(common, call));
    if (!last) return execution.add(prepared);
    execution.close(prepared);
    execution = null;
    arrivals.over();
  }

  function addArriving({ turn, call }: Extract<AgentEffect, { type: 'add-arriving' }>): void {
    execution ??= beginTurn(turn);
    const common: TurnOfCalls = { tools, overrideOf, consent, turn, sees: 'earlier_turns', emit };
    execution.add([prepareArriving(common, call, arrivals.begin(call.id))]);
  }

  function beginTurn(turn: number): TurnExecution {
    const { concurrentCalls: slots, callTimeoutMs } = limits;
    const stop = work.signal;
    const begun = executeTurn({ turn, rules, overrideOf, slots, callTimeoutMs, clock, emit, stop });
    begun.settled.then(
      (calls) => feed({ type: 'calls-settled', calls }),
      (bug: unknown) => feed(broke(bug)),
    );
    return begun;
  }

  function end({ status, failure }: Ending): void {
    finish({ status, failure, answer, usage });
  }

  return { feed, done };
}

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
