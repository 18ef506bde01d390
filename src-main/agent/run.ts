import type { Consent } from '../bridge/consent';
import type { Clock } from '../contract/clock';
import { Failure } from '../contract/failure';
import { firstActor, type RunId } from '../contract/ids';
import type { OverrideChange, RunRequest } from '../contract/run-options';
import { type EventSink, type RunStatus, StopSource, traceVersion } from '../contract/trace-event';
import type { Verification } from '../contract/trace-model';
import type { Provider } from '../providers/provider';
import { modeRules } from '../scheduler/index';
import type { Tool } from '../tools/tool';
import { createActors } from './actors';
import { finishing } from './finish';
import { liveOverrides } from './live-overrides';
import { type RunScope, startLoop } from './loop';
import { toolsInMode } from './plan/plan-tool';
import { systemPrompt } from './prompt';
import type { AgentInput } from './state';
import { inSuccession, type Succession } from './succession';
import { toolInfo } from './tool-info';

export interface RunSetup {
  readonly id: RunId;
  readonly request: RunRequest;
  readonly appVersion: string;
  readonly provider: Provider;
  /** What the agent is offered, some of it made for this run; in planned, a plan of them besides. */
  readonly tools: (scope: RunScope) => readonly Tool[];
  /** Who works on once an agent has ended, and what the first is told besides its task. */
  readonly succession: Succession;
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
  /** Holds from the next call on; once the run is finishing, it is nobody's word any more. */
  override(change: OverrideChange): void;
}

/** A run from its first event to its last. */
export function startRun(setup: RunSetup): ActiveRun {
  const { id: runId, request, appVersion, provider, consent, clock } = setup;
  const { mode, limits, overrides, approvals, task } = request;
  const { emit, finish, done } = finishing(setup);
  const word = liveOverrides(overrides, emit);
  const scope: RunScope = {
    provider,
    consent,
    clock,
    limits,
    overrideOf: word.of,
    approvals,
    actors: createActors(emit),
  };
  const tools = toolsInMode(mode, scope, setup.tools(scope));
  const { succession } = setup;
  const { brief, handedOver } = succession;
  const system = [systemPrompt(mode), brief].filter((part) => part !== '').join('\n\n');
  const first = startLoop({
    ...scope,
    actor: firstActor,
    opening: { kind: 'told', text: task },
    turns: succession.turns ?? limits.turns,
    system,
    rules: modeRules[mode],
    tools,
    handedOver,
    calledOff: null,
  });
  const loop = inSuccession(scope, { ...first, actor: firstActor }, succession);
  const onSignal = () => loop.feed(stopFor(setup.signal?.reason));
  const forgetLimit = clock.after(limits.minutes * 60_000, () => loop.feed({ type: 'time-is-up' }));
  void loop.done.then(({ status, failure }) => {
    forgetLimit();
    setup.signal?.removeEventListener('abort', onSignal);
    finish({ status, failure });
  });

  const infos = tools.map(toolInfo);
  emit({ type: 'run-started', version: traceVersion, runId, request, tools: infos, system, appVersion });
  if (setup.signal?.aborted === true) onSignal();
  else setup.signal?.addEventListener('abort', onSignal, { once: true });
  loop.feed({ type: 'start' });
  return {
    done,
    stop: (by) => loop.feed({ type: 'stop-requested', by }),
    override: (change) => word.change(change),
  };
}

function stopFor(reason: unknown): AgentInput {
  const unrecorded = Failure.safeParse(reason);
  if (unrecorded.success) return { type: 'unrecorded', failure: unrecorded.data };
  const by = StopSource.safeParse(reason);
  return { type: 'stop-requested', by: by.success ? by.data : 'signal' };
}
