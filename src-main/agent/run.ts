import type { Consent } from '../bridge/consent';
import type { Clock } from '../contract/clock';
import { Failure, thrownSentence } from '../contract/failure';
import type { RunId } from '../contract/ids';
import type { RunRequest } from '../contract/run-options';
import { type EventSink, type RunStatus, StopSource, traceVersion } from '../contract/trace-event';
import type { Verification } from '../contract/trace-model';
import type { Provider } from '../providers/provider';
import { executeTurn, modeRules } from '../scheduler/index';
import type { Tool } from '../tools/tool';
import { failedWith } from './endings';
import { finishing } from './finish';
import { type LastWord, listen } from './listen';
import { prepareCall } from './prepare-calls';
import { systemPrompt } from './prompt';
import type { AgentEffect, AgentInput } from './state';
import { idle, step } from './step';
import { declarationOf, toolInfo } from './tool-info';

export interface RunSetup {
  readonly id: RunId;
  readonly request: RunRequest;
  readonly appVersion: string;
  readonly provider: Provider;
  readonly tools: readonly Tool[];
  readonly consent: Consent;
  readonly clock: Clock;
  readonly emit: EventSink;
  /** Stops the run. Its reason is who stops it, a StopSource, or the Failure for which nothing can be recorded any more. */
  readonly signal: AbortSignal | null;
  /** Looks, before the run ends, at what it really did; null where nobody can tell. */
  readonly verify: (() => Promise<Verification>) | null;
}

export interface ActiveRun {
  /** Resolves once everything is recorded. Rejects only where recording itself is broken. */
  readonly done: Promise<RunStatus>;
  stop(by: StopSource): void;
}

const maxOutputTokens = 16_384;

/** Performs what `step` decides: the only place where a run meets the world. */
export function startRun(setup: RunSetup): ActiveRun {
  const { id: runId, request, appVersion, provider, consent, clock } = setup;
  const { mode, limits, overrides, task } = request;
  const rules = modeRules[mode];
  const tools = new Map(setup.tools.map((tool) => [tool.name, tool]));
  const declarations = setup.tools.map(declarationOf);
  const system = systemPrompt(mode);
  const work = new AbortController();
  const { emit, finish, done } = finishing(setup);
  const inputs: AgentInput[] = [];
  let state = idle({ task, limits, parallelCalls: rules.parallelCalls });
  let feeding = false;

  /** One input after another: performing an effect may bring about the next. */
  function feed(input: AgentInput): void {
    inputs.push(input);
    if (feeding) return;
    feeding = true;
    for (let next = inputs.shift(); next !== undefined; next = inputs.shift()) {
      try {
        const decided = step(state, next);
        state = decided.state;
        decided.effects.forEach(perform);
      } catch (bug) {
        if (state.kind === 'ended') finish(failedWith(internal(bug)));
        else inputs.unshift(broke(bug));
      }
    }
    feeding = false;
  }

  function perform(effect: AgentEffect): void {
    switch (effect.type) {
      case 'emit':
        return emit(effect.body);
      case 'ask':
        return ask(effect);
      case 'run-calls':
        return runCalls(effect);
      case 'cancel':
        return work.abort(effect.reason);
      case 'end':
        return end(effect);
    }
  }

  function ask({ turn, messages, parallelCalls }: Extract<AgentEffect, { type: 'ask' }>): void {
    const asked = { system, messages, tools: declarations, parallelCalls, maxOutputTokens };
    listen(asked, { turn, provider, clock, emit, signal: work.signal }).then(
      (word) => feed(asInput(word)),
      (bug: unknown) => feed(broke(bug)),
    );
  }

  function runCalls({ turn, calls }: Extract<AgentEffect, { type: 'run-calls' }>): void {
    const { concurrentCalls: slots, callTimeoutMs } = limits;
    const stop = work.signal;
    const execution = executeTurn({ turn, rules, overrides, slots, callTimeoutMs, clock, emit, stop });
    execution.results.then(
      (results) => feed({ type: 'calls-settled', results }),
      (bug: unknown) => feed(broke(bug)),
    );
    const common = { tools, overrides, consent, turn, emit };
    execution.add(calls.map((call) => prepareCall(common, call)));
    execution.close();
  }

  function end({ status, failure }: Extract<AgentEffect, { type: 'end' }>): void {
    forgetLimit();
    setup.signal?.removeEventListener('abort', onSignal);
    finish({ status, failure });
  }

  const onSignal = () => feed(stopFor(setup.signal?.reason));
  const forgetLimit = clock.after(limits.minutes * 60_000, () => feed({ type: 'time-is-up' }));
  const infos = setup.tools.map(toolInfo);
  emit({ type: 'run-started', version: traceVersion, runId, request, tools: infos, system, appVersion });
  if (setup.signal?.aborted === true) onSignal();
  else setup.signal?.addEventListener('abort', onSignal, { once: true });
  feed({ type: 'start' });
  return { done, stop: (by) => feed({ type: 'stop-requested', by }) };
}

function stopFor(reason: unknown): AgentInput {
  const unrecorded = Failure.safeParse(reason);
  if (unrecorded.success) return { type: 'unrecorded', failure: unrecorded.data };
  const by = StopSource.safeParse(reason);
  return { type: 'stop-requested', by: by.success ? by.data : 'signal' };
}

function asInput(word: LastWord): AgentInput {
  if (word.type === 'failed') return { type: 'model-failed', failure: word.failure };
  return { ...word, type: 'model-responded' };
}

function broke(bug: unknown): AgentInput {
  return { type: 'broke', failure: internal(bug) };
}

function internal(bug: unknown): Failure {
  return {
    code: 'internal',
    sentence: `Interlock broke: ${thrownSentence(bug)}`,
    next: 'Look at the target, and report this with the recording of the run.',
  };
}
