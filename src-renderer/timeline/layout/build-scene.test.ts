import type { Hazard } from '@contract/hazard';
import type { TraceEvent } from '@contract/trace-event';
import { describe, expect, it } from 'vitest';
import { sampleTrace } from '../../../bench/sample-trace';
import { buildScene } from './build-scene';
import { hitTest } from './hit-test';
import { emptyLayout, heightOf, layoutOf } from './layout';
import { barHeight, barTop, bodyTop, groupPadding, gutterWidth, rowHeight } from './metrics';
import type { BarShape, Scene } from './scene';
import { xOf } from './time-scale';
import { idOf, modelOf, read, runOf, skipped, type ToldCall, write } from './trace.fixture';
import { firstViewport, scaleOf, type Viewport } from './viewport';

/** One pixel is one millisecond. */
const viewport: Viewport = {
  window: { start: 0, end: 1000 },
  scrollTop: 0,
  width: gutterWidth + 1000 + 16,
  height: bodyTop + 400,
};

function sceneOf(events: readonly TraceEvent[], now = 1000, seen = viewport): Scene {
  return buildScene(layoutOf(modelOf(events), emptyLayout), seen, now);
}

const rowAt = (lane: number) => bodyTop + groupPadding + (lane + 1) * rowHeight + barTop;
const calls = (scene: Scene) => scene.bars.filter((bar) => bar.of.kind === 'call');
const seen = ({ tone, x, y, width }: BarShape) => [tone, x - gutterWidth, y, width];

it('stacks reads that overlap, with a bracket that counts them', () => {
  const scene = sceneOf(runOf([read, { ...read, ended: 300 }, { ...read, started: 400, ended: 500 }]));
  expect(calls(scene).map(seen)).toEqual([
    ['parallel', 100, rowAt(0), 100],
    ['sequential', 400, rowAt(0), 100],
    ['parallel', 100, rowAt(1), 200],
  ]);
  expect(scene.groups[0]?.bracket).toEqual({
    text: '2 of 3 overlapped',
    top: rowAt(0),
    bottom: rowAt(1) + barHeight,
  });
});

it('draws ordered writes in one row, with a thin line for as long as each waited', () => {
  const second = { ...write, started: 200, ended: 260, needs: [], waitsFor: [0] };
  const scene = sceneOf(
    runOf([write, second, { ...second, started: 260, ended: 300, needs: [], waitsFor: [1] }]),
  );
  expect(calls(scene).map(seen)).toEqual([
    ['sequential', 100, rowAt(0), 100],
    ['sequential', 200, rowAt(0), 60],
    ['sequential', 260, rowAt(0), 40],
  ]);
  expect(scene.groups[0]?.bracket).toBeNull();
  expect(scene.leads.map(({ call, x, width }) => [call.index, x - gutterWidth, width])).toEqual([
    [1, 100, 100],
    [2, 100, 160],
  ]);
});

it('outlines what never ran at the moment that decided it, and marks what failed', () => {
  const lost: ToldCall = { ...write, ended: 150, outcome: 'failed' };
  const scene = sceneOf(runOf([lost, skipped]));
  expect(
    calls(scene).map(({ tone, x, failed, label }) => [tone, x - gutterWidth, failed, label?.short]),
  ).toEqual([
    ['never', 150, false, 'skipped click'],
    ['sequential', 100, true, 'click'],
  ]);
});

it('tells thinking from writing, and lets what is open reach to now', () => {
  const open = { ...read, ended: null };
  const scene = sceneOf(runOf([open]), 420);
  expect(scene.bars.map(({ tone, x, width, open: still }) => [tone, x - gutterWidth, width, still])).toEqual([
    ['thinking', 0, 40, false],
    ['streaming', 40, 50, false],
    ['sequential', 100, 320, true],
  ]);
  expect(scene.groups[0]?.duration).toBeNull();
});

describe('hazards', () => {
  const hazard: Hazard = {
    kind: 'write_after_write',
    turn: 1,
    earlier: idOf(1, 0),
    later: idOf(1, 1),
    resource: 'ui:practice',
    sentence: 'Both wrote.',
  };
  const events = runOf([write, { ...write, started: 130, ended: 300 }]);
  const starts = events.findIndex((event) => event.type === 'call-started' && event.callId === hazard.later);
  const found = { ...events[starts]!, type: 'hazard-found', hazard } as const;
  const all = [...events.slice(0, starts), found, ...events.slice(starts)];
  const scene = sceneOf(all.map((event, index) => ({ ...event, seq: index + 1 })));

  it('are marked where the later call began, with a line to the earlier one', () => {
    const middle = (lane: number) => rowAt(lane) + barHeight / 2;
    expect(scene.hazards.map(({ x, y, other }) => ({ x, y, other }))).toEqual([
      { x: gutterWidth + 130, y: middle(1), other: { x: gutterWidth + 130, y: middle(0) } },
    ]);
    expect(calls(scene).map(({ marked }) => marked)).toEqual([false, true]);
  });

  it('are pointed at before the bar beneath them', () => {
    const at = (x: number, lane: number) => hitTest(scene, gutterWidth + x, rowAt(lane) + 5);
    expect(at(130, 1)).toMatchObject({ kind: 'hazard' });
    expect(at(180, 1)).toEqual({ kind: 'call', turn: 1, callId: idOf(1, 1) });
    expect(at(150, 0)).toEqual({ kind: 'call', turn: 1, callId: idOf(1, 0) });
    expect(at(600, 0)).toEqual({ kind: 'empty' });
    expect(hitTest(scene, gutterWidth + 10, bodyTop + groupPadding + 10)).toEqual({ kind: 'model', turn: 1 });
    expect(hitTest(scene, 20, bodyTop + 10)).toEqual({ kind: 'gutter', turn: 1 });
    expect(hitTest(scene, 300, bodyTop - 5)).toEqual({ kind: 'ruler' });
    expect(hitTest(scene, 300, 10)).toEqual({ kind: 'minimap' });
  });
});

describe('a long trace', () => {
  const events = sampleTrace({ events: 10_000, mode: 'batch', seed: 9, ended: true });
  const layout = layoutOf(modelOf(events), emptyLayout);

  it('is laid out whole and drawn in sight only', () => {
    const wide = { ...viewport, window: { start: 0, end: layout.until } };
    for (const share of [0, 0.5, 1]) {
      const scrollTop = share * (heightOf(layout) - 400);
      const scene = buildScene(layout, { ...wide, scrollTop }, layout.until);
      expect(scene.groups.length).toBeGreaterThan(2);
      expect(scene.groups.length).toBeLessThan(16);
      expect(scene.bars.length).toBeLessThan(200);
      for (const { of, x } of scene.bars) {
        if (of.kind !== 'call') continue;
        const start = of.call.startedAt ?? of.call.ended?.at ?? Number.NaN;
        expect(x).toBeCloseTo(xOf(scaleOf(wide), start), 6);
      }
    }
  });

  it('never draws more bars in a lane than it has pixels', () => {
    const many = Array.from(
      { length: 5000 },
      (_, at): ToldCall => ({ ...write, started: 100 + at, ended: 100.9 + at }),
    );
    const far = { ...firstViewport, width: 516, height: 400, window: { start: 0, end: 6000 } };
    const scene = sceneOf(runOf(many), 6000, far);
    const drawn = scene.bars.filter((bar) => bar.of.kind !== 'model');
    expect(drawn.length).toBeLessThan(180);
    const told = drawn.reduce((sum, bar) => sum + (bar.of.kind === 'several' ? bar.of.count : 1), 0);
    expect(told).toBe(5000);
  });
});
