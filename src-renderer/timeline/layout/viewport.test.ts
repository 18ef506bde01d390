import { reduce } from '@contract/reduce';
import { emptyModel } from '@contract/trace-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleTrace } from '../../../bench/sample-trace';
import { emptyLayout, heightOf, layoutOf } from './layout';
import { followingEdge } from './live-edge';
import { withMoment } from './reveal';
import { modelOf, read, runOf } from './trace.fixture';
import {
  alongWithTime,
  alongWithTurns,
  firstViewport,
  opening,
  scrolled,
  turnsInSight,
  type Viewport,
} from './viewport';

const sized: Viewport = { ...firstViewport, width: 1000, height: 400 };
const events = sampleTrace({ events: 2000, mode: 'mixed', seed: 4, ended: true });
const long = layoutOf(modelOf(events), emptyLayout);

function turnsSeen(viewport: Viewport) {
  const { first, last } = turnsInSight(viewport, long);
  const { start, end } = viewport.window;
  return long.turns.slice(first, last + 1).filter((turn) => turn.from < end && turn.until > start);
}

it('opens a short run whole, and of a long one the first screenful', () => {
  const short = layoutOf(modelOf(runOf([read], [read])), emptyLayout);
  const whole = opening(sized, short).window;
  expect(whole.start).toBeLessThan(0);
  expect(whole.end).toBeGreaterThan(short.until);
  const first = opening(sized, long).window;
  const { last } = turnsInSight(sized, long);
  expect(last).toBeLessThan(long.turns.length - 1);
  expect(first.end).toBeGreaterThan(long.turns[last]!.from);
  expect(first.end).toBeLessThan(long.turns[last + 2]!.until);
});

describe('moving', () => {
  const place = fc.record({
    down: fc.double({ min: 0, max: heightOf(long), noNaN: true }),
    start: fc.double({ min: 0, max: long.until - 100, noNaN: true }),
    span: fc.double({ min: 50, max: long.until, noNaN: true }),
  });

  it('down the turns takes time along, so that never nothing is seen, and keeps the zoom', () => {
    fc.assert(
      fc.property(place, ({ down, start, span }) => {
        const before = scrolled({ ...sized, window: { start, end: start + span } }, long, down);
        const after = alongWithTurns(before, long, long.until);
        expect(turnsSeen(after).length).toBeGreaterThan(0);
        expect(after.window.end - after.window.start).toBeCloseTo(span, 5);
        expect(after.scrollTop).toBe(before.scrollTop);
      }),
    );
  });

  it('along time takes the turns along', () => {
    fc.assert(
      fc.property(place, ({ down, start, span }) => {
        const window = { start, end: start + Math.max(span, 3000) };
        const after = alongWithTime(scrolled({ ...sized, window }, long, down), long);
        expect(turnsSeen(after).length).toBeGreaterThan(0);
        expect(after.window).toEqual(window);
      }),
    );
  });
});

describe('a moment', () => {
  const anywhere = fc.record({
    down: fc.double({ min: 0, max: heightOf(long), noNaN: true }),
    start: fc.double({ min: 0, max: long.until, noNaN: true }),
    time: fc.double({ min: 0, max: long.until, noNaN: true }),
  });

  it('comes into sight with its turn, at the same zoom, and then nothing moves any more', () => {
    fc.assert(
      fc.property(anywhere, ({ down, start, time }) => {
        const before = scrolled({ ...sized, window: { start, end: start + 4000 } }, long, down);
        const after = withMoment(before, long, time);
        expect(after.window.start).toBeLessThanOrEqual(time);
        expect(after.window.end).toBeGreaterThanOrEqual(time);
        expect(after.window.end - after.window.start).toBeCloseTo(4000, 5);
        const { first, last } = turnsInSight(after, long);
        const own = long.turns.findIndex((turn) => turn.until >= time);
        expect(own === -1 || (first <= own && own <= last)).toBe(true);
        expect(withMoment(after, long, time)).toEqual(after);
      }),
    );
  });
});

it('keeps the live edge in sight and moves seldom', () => {
  const windows = new Set<string>();
  let viewport = sized;
  let model = emptyModel;
  let layout = emptyLayout;
  for (const event of events) {
    model = reduce(model, event);
    layout = layoutOf(model, layout);
    viewport = followingEdge(viewport, layout, model.now);
    expect(viewport.window.end).toBeGreaterThan(model.now);
    expect(viewport.window.start).toBeLessThanOrEqual(model.now);
    windows.add(JSON.stringify(viewport.window));
  }
  expect(windows.size).toBeLessThan(20);
});
