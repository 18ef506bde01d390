import { hazardsOfStarting } from '../src-main/contract/find-hazards';
import { RunId } from '../src-main/contract/ids';
import { reduce } from '../src-main/contract/reduce';
import { defaultLimits, type Mode } from '../src-main/contract/run-options';
import type { TraceBody, TraceEvent } from '../src-main/contract/trace-event';
import { emptyModel } from '../src-main/contract/trace-model';
import { type Random, seededRandom } from './random';
import { scheduleSample } from './sample-schedule';
import { readingTools, type SampleCall, sampleCall, sampleTools, writingTools } from './sample-tools';
import { callPhase, modelPhase, type Timed } from './sample-turn';

export interface SampleOptions {
  /** Exactly so many. */
  readonly events: number;
  readonly mode: Mode;
  readonly seed: number;
  /** Whether the run has ended; otherwise it is cut off wherever the last event falls. */
  readonly ended: boolean;
}

/** A legal trace that nobody ran: the same for the same options. Its snapshots have handles but no blobs. */
export function sampleTrace(options: SampleOptions): TraceEvent[] {
  const random = seededRandom(options.seed);
  const recording = record(options);
  let at = 2;
  for (let turn = 1; recording.events.length < options.events - 80; turn += 1) {
    for (const timed of wholeTurn(turn, at, options.mode, random)) {
      recording.say(timed);
      at = timed.at;
    }
    at += random.between(1, 8);
  }
  lastTurn(at, options, recording, random);
  return recording.events.slice(0, options.events);
}

interface Recording {
  readonly events: TraceEvent[];
  turns(): number;
  say(timed: Timed): void;
}

/** Stamps events, and finds the hazards that a call's start brings about. */
function record(options: SampleOptions): Recording {
  const events: TraceEvent[] = [];
  let model = emptyModel;
  const push = ({ at, body }: Timed) => {
    const event: TraceEvent = {
      ...body,
      seq: events.length + 1,
      at: { wall: 1_760_000_000_000 + at, mono: at, provenance: 'recorded' },
    };
    events.push(event);
    model = reduce(model, event);
  };
  push({ at: 0, body: runStarted(options) });
  return {
    events,
    turns: () => model.turns.length,
    say(timed) {
      const { body } = timed;
      if (body.type === 'call-started' && options.mode === 'batch') {
        const calls = model.turns[body.turn - 1]?.calls ?? [];
        const starting = calls.find((call) => call.id === body.callId);
        const found = starting === undefined ? [] : hazardsOfStarting(calls, starting);
        for (const hazard of found) push({ at: timed.at, body: { type: 'hazard-found', hazard } });
      }
      push(timed);
    },
  };
}

function runStarted({ mode, seed }: SampleOptions): TraceBody {
  return {
    type: 'run-started',
    version: 1,
    runId: RunId.parse(`sample-${mode}-${seed}`),
    request: {
      task: 'Enter the open orders as tickets',
      target: { kind: 'practice' },
      model: { provider: 'scripted', demo: 'gather-then-act', thinkingMs: 600 },
      mode,
      limits: defaultLimits,
      overrides: {},
      crew: { kind: 'alone' },
      approvals: 'sensitive',
    },
    tools: [...sampleTools],
    system: 'You work on a support desk.',
    appVersion: '0.1.0',
  };
}

function wholeTurn(turn: number, from: number, mode: Mode, random: Random): Timed[] {
  const calls = askedFor(mode, random);
  const model = modelPhase(turn, from, calls, random);
  const answered = model[model.length - 1]?.at ?? from;
  const ran = scheduleSample(mode, calls, random).flatMap((slot, index) =>
    callPhase(turn, index, slot, answered, random),
  );
  return [...model, ...ran.toSorted((a, b) => a.at - b.at)];
}

function askedFor(mode: Mode, random: Random): SampleCall[] {
  const count = mode === 'sequential' && random.chance(0.85) ? 1 : random.int(2, 5);
  const acting = random.chance(0.55);
  return Array.from({ length: count }, () =>
    sampleCall(acting && random.chance(0.65) ? random.pick(writingTools) : random.pick(readingTools), random),
  );
}

/** An answer without calls, as long as it must be for the trace to have the length that was asked for. */
function lastTurn(
  from: number,
  { events, ended }: SampleOptions,
  recording: Recording,
  random: Random,
): void {
  const turn = recording.turns() + 1;
  const phase = modelPhase(turn, from, [], random);
  const answer = phase[phase.length - 1];
  for (const timed of phase.slice(0, -1)) recording.say(timed);
  let at = recording.events.at(-1)?.at.mono ?? from;
  const closing = ended ? 2 : 0;
  while (recording.events.length < events - closing) {
    at += 20;
    recording.say({ at, body: { type: 'model-text', turn, block: 0, text: ' More.' } });
  }
  if (!ended || answer === undefined) return;
  recording.say({ at: at + 20, body: answer.body });
  recording.say({ at: at + 21, body: { type: 'run-ended', status: 'completed', failure: null } });
}
