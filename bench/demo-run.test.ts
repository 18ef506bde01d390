import { expect, it } from 'vitest';
import type { Mode } from '../src-main/contract/run-options';
import { summarise } from '../src-main/contract/summary';
import type { TraceEvent } from '../src-main/contract/trace-event';
import { startReadingService } from '../src-main/demos/reading-service';
import { readingAt, stationNames } from '../src-main/demos/readings';
import { finalText } from '../src-main/demos/verdict';
import { runDemo } from './demo-run';

/** Holds every answer of the service until so many wait at once. */
function gate(atOnce: number) {
  let waiting: (() => void)[] = [];
  let most = 0;
  return {
    get most() {
      return most;
    },
    hold: () =>
      new Promise<void>((release) => {
        waiting.push(release);
        most = Math.max(most, waiting.length);
        if (waiting.length < atOnce) return;
        for (const each of waiting) each();
        waiting = [];
      }),
  };
}

async function fourReads(mode: Mode, atOnce: number) {
  const held = gate(atOnce);
  const service = await startReadingService(() => held.hold());
  try {
    return { ...(await runDemo('four-reads', mode, 0, service)), most: held.most };
  } finally {
    await service.close();
  }
}

it.each(['batch', 'mixed'] as const)('has all four reads under way at once in %s', async (mode) => {
  const { model, most } = await fourReads(mode, 4);
  expect(most).toBe(4);
  expect(summarise(model)).toMatchObject({
    status: 'completed',
    turns: 2,
    calls: 4,
    maxConcurrency: 4,
    hazards: 0,
    verified: true,
  });
  expect(finalText(model)).toContain(`- ${readingAt('/readings/summit')}`);
});

it('reads one at a time in sequential, one a turn', async () => {
  const { model, most } = await fourReads('sequential', 1);
  expect(most).toBe(1);
  expect(summarise(model)).toMatchObject({
    status: 'completed',
    turns: stationNames.length + 1,
    calls: stationNames.length,
    maxConcurrency: 1,
    hazards: 0,
    verified: true,
  });
});

const noService = { origin: 'http://127.0.0.1:9' };

function twoWriters(mode: Mode) {
  return runDemo('two-writers', mode, 0, noService);
}

/** When calls on one resource began and ended: `0 start`, `0 end`, by their index in the turn. */
function spansOf(events: readonly TraceEvent[], tool: string): string[] {
  const indices = new Map<string, number>();
  return events.flatMap((event) => {
    if (event.type === 'call-proposed' && event.tool === tool) indices.set(event.callId, event.index);
    if (event.type !== 'call-started' && event.type !== 'call-ended') return [];
    const index = indices.get(event.callId);
    return index === undefined ? [] : [`${index} ${event.type === 'call-started' ? 'start' : 'end'}`];
  });
}

it('lets the later write wait for the earlier one in mixed, and the model order wins', async () => {
  const { events, model } = await twoWriters('mixed');
  expect(spansOf(events, 'write_file')).toEqual(['0 start', '0 end', '1 start', '1 end']);
  expect(spansOf(events, 'clipboard_write')).toEqual(['2 start', '2 end', '3 start', '3 end']);
  expect(summarise(model)).toMatchObject({ status: 'completed', turns: 3, hazards: 0, verified: true });
});

it('writes one a turn in sequential', async () => {
  const { model } = await twoWriters('sequential');
  expect(summarise(model)).toMatchObject({
    status: 'completed',
    turns: 7,
    maxConcurrency: 1,
    hazards: 0,
    verified: true,
  });
});

it('writes all at once in batch, and records each hazard', async () => {
  const { events, model } = await twoWriters('batch');
  expect(spansOf(events, 'write_file').slice(0, 2)).toEqual(['0 start', '1 start']);
  const calls = model.turns[0]?.calls.map(({ id }) => id) ?? [];
  expect(model.hazards.map(({ hazard }) => hazard)).toMatchObject([
    { kind: 'write_after_write', earlier: calls[0], later: calls[1] },
    { kind: 'write_after_write', earlier: calls[2], later: calls[3], resource: 'clipboard' },
  ]);
  expect(summarise(model)).toMatchObject({ status: 'completed', turns: 3 });
});
