import { expect, it } from 'vitest';
import { traceLegality } from '../src-main/contract/legality';
import { modes } from '../src-main/contract/run-options';
import { TraceEvent } from '../src-main/contract/trace-event';
import { sampleTrace } from './sample-trace';

const sizes = [100, 437, 2000];

it.each(modes)('is legal, well-formed and as long as asked for in %s mode', (mode) => {
  for (const events of sizes) {
    const trace = sampleTrace({ events, mode, seed: events, ended: true });
    const law = traceLegality();
    expect(trace.map((event) => law.accept(event)).filter((why) => why !== null)).toEqual([]);
    expect(law.model.phase.kind).toBe('ended');
    expect(trace).toHaveLength(events);
    expect(trace.map((event) => TraceEvent.parse(event))).toEqual(trace);
  }
});

it('is the same for the same seed, and another for another', () => {
  const options = { events: 300, mode: 'mixed', ended: false } as const;
  expect(sampleTrace({ ...options, seed: 1 })).toEqual(sampleTrace({ ...options, seed: 1 }));
  expect(sampleTrace({ ...options, seed: 1 })).not.toEqual(sampleTrace({ ...options, seed: 2 }));
});

it('has hazards in batch mode and none in the others', () => {
  const hazards = (mode: (typeof modes)[number]) =>
    sampleTrace({ events: 2000, mode, seed: 5, ended: true }).filter(
      (event) => event.type === 'hazard-found',
    );
  expect(hazards('batch').length).toBeGreaterThan(20);
  expect(hazards('mixed')).toEqual([]);
  expect(hazards('sequential')).toEqual([]);
});
