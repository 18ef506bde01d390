import fc from 'fast-check';
import { RunId } from './ids';
import { turnsOf } from './legal-turns.arbitrary';
import { defaultLimits } from './run-options';
import type { TraceBody, TraceEvent } from './trace-event';

/**
 * Any legal run, from `run-started` to `run-ended`: its turns, retries, hazards, stops, those who work under its calls, and calls
 * that end in every way.
 */
export function legalRun(): fc.Arbitrary<TraceEvent[]> {
  const choice = fc.record({ pick: fc.nat(9_999), detail: fc.nat(9_999) });
  return fc.array(choice, { maxLength: 120, size: 'max' }).map(runOf);
}

/** `pick` chooses among what may come next, `detail` what is in it. */
interface Choice {
  readonly pick: number;
  readonly detail: number;
}

/** Follows the choices, then ends what is open. */
function runOf(choices: readonly Choice[]): TraceEvent[] {
  const bodies: TraceBody[] = [started];
  const say = (body: TraceBody) => bodies.push(body);
  const turns = turnsOf(say);
  for (const { pick, detail } of choices) {
    const may = turns.next(detail);
    may[pick % may.length]?.();
  }
  turns.end(choices.length);
  if (choices.length % 2 === 0) {
    say({ type: 'run-verified', verified: true, checks: [], wrongElementWrites: 0 });
  }
  say({ type: 'run-ended', status: 'completed', failure: null });
  return bodies.map((body, index) => ({
    ...body,
    seq: index + 1,
    at: stamp(choices[index]?.detail ?? 0, index),
  }));
}

/** Time moves on, or stands still. */
function stamp(choice: number, index: number): TraceEvent['at'] {
  const mono = index * 10 + (choice % 10);
  return { wall: 1_700_000_000_000 + mono, mono, provenance: 'recorded' };
}

const started: TraceBody = {
  type: 'run-started',
  version: 1,
  runId: RunId.parse('any-run'),
  request: {
    task: 'Anything',
    target: { kind: 'practice' },
    model: { provider: 'scripted', demo: 'four-reads', thinkingMs: 0 },
    mode: 'mixed',
    limits: defaultLimits,
    overrides: {},
    crew: { kind: 'alone' },
    approvals: 'sensitive',
  },
  tools: [],
  system: '',
  appVersion: '0.0.0',
};
