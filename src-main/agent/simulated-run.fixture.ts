import { unaskedPerson } from '../bridge/consent.fixture';
import { RunId } from '../contract/ids';
import { traceLegality } from '../contract/legality';
import { defaultLimits } from '../contract/run-options';
import { runRequest } from '../contract/run-request.fixture';
import type { RunStatus, TraceBody, TraceEvent } from '../contract/trace-event';
import type { Call } from '../contract/trace-model';
import type { ModelEvent } from '../providers/provider';
import { heard, manualClock } from '../scheduler/manual-clock.fixture';
import { answer, heldModel, toolCall } from './held-model.fixture';
import { startRun } from './run';
import { type Happening, type Scenario, simulatedTools } from './simulation.fixture';
import { oneAgent } from './succession';

const callTimeoutMs = 1000;

export interface SimulatedRun {
  readonly events: readonly TraceEvent[];
  readonly requests: ReturnType<typeof heldModel>['requests'];
  readonly status: RunStatus;
  /** What the law said against it. */
  readonly objections: readonly string[];
  /** The calls as they stood each time that everything which could happen by itself had happened. */
  readonly rests: readonly (readonly Call[])[];
}

/** Lets the scenario happen, then whatever is left, until the run has ended and every straggler has spoken. */
export async function simulate(scenario: Scenario): Promise<SimulatedRun> {
  const model = heldModel({ heedsAbort: scenario.modelHeedsAbort });
  const clock = manualClock();
  const law = traceLegality();
  const { tools, release } = simulatedTools(scenario.behaviours);
  const outside = new AbortController();
  const events: TraceEvent[] = [];
  const objections: string[] = [];
  const rests: (readonly Call[])[] = [];
  let status: RunStatus | null = null;
  let spoken = 0;

  const emit = (body: TraceBody) => {
    const at = { wall: clock.wall(), mono: clock.now(), provenance: 'recorded' as const };
    const event: TraceEvent = { ...body, seq: events.length + 1, at };
    events.push(event);
    const said = law.accept(event);
    if (said !== null) objections.push(said);
    if (event.seq === scenario.stopAtEvent) outside.abort('escape');
  };

  const { mode, slots: concurrentCalls, turns, overrides } = scenario;
  const run = startRun({
    id: RunId.parse('simulated'),
    request: runRequest({
      mode,
      limits: { ...defaultLimits, concurrentCalls, turns, callTimeoutMs },
      overrides,
    }),
    appVersion: '0.0.0',
    provider: model,
    tools: () => tools,
    succession: oneAgent,
    consent: unaskedPerson,
    clock,
    emit,
    signal: outside.signal,
    verify: null,
  });
  run.done.then(
    (ended) => {
      status = ended;
    },
    (bug: unknown) => objections.push(String(bug)),
  );

  const over = () => status !== null;

  function speak(): boolean {
    if (model.requests.length <= spoken) return false;
    const turn = scenario.answers[spoken];
    spoken += 1;
    if (turn === undefined) model.say(answer(['Done.']));
    else if (turn.ending === 'break-off') model.breakOff();
    else if (turn.ending === 'failed') model.say(overloaded);
    else {
      const calls = turn.calls.map(({ id, tool }) => toolCall(id, tool));
      model.say({ type: 'text', block: 0, text: turn.text });
      model.say(answer([turn.text, ...calls], { stopReason: turn.ending }));
    }
    return true;
  }

  async function rest(): Promise<void> {
    await heard();
    clock.advance(0);
    await heard();
    const { phase, turns } = law.model;
    if (phase.kind === 'running') rests.push(turns.at(-1)?.calls ?? []);
  }

  async function happen({ kind, which }: Happening): Promise<void> {
    if (kind === 'release') release(which);
    else if (kind === 'speak') speak();
    else if (kind === 'stop') run.stop('button');
    else clock.advance(kind === 'moment' ? 20 : callTimeoutMs);
    await rest();
    if (kind === 'stop' && !over()) objections.push('the run had not ended a tick after the stop');
  }

  await rest();
  for (const happening of scenario.happenings) await happen(happening);
  for (let left = 0; !over() && left < 500; left += 1) {
    if (!speak() && !release(left)) clock.advance(callTimeoutMs);
    await rest();
  }
  if (status === null) throw new Error(`the run never ends: ${JSON.stringify(events.at(-1))}`);
  while (release(0)) await rest();
  await rest();
  if (clock.pending > 0) objections.push('a timer was left');
  return { events, requests: model.requests, status, objections, rests };
}

const overloaded: ModelEvent = {
  type: 'failed',
  failure: { code: 'model_overloaded', sentence: 'Too busy.', next: 'Wait.' },
};
