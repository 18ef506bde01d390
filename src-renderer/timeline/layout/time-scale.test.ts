import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ticksOf } from './ticks';
import { bounded, spanOf, type TimeScale, timeAt, xOf, zoomed } from './time-scale';

const until = 100_000;
const somewhere = fc.record({
  start: fc.double({ min: 0, max: until / 2, noNaN: true }),
  span: fc.double({ min: 5, max: until, noNaN: true }),
});

it('keeps what lies under the pointer where it is, and goes back on the same way', () => {
  fc.assert(
    fc.property(somewhere, fc.double({ min: 0.2, max: 0.8, noNaN: true }), ({ start, span }, share) => {
      const window = { start, end: start + span };
      const at = start + share * span;
      const closer = zoomed(window, at, 0.8, until);
      const scale = (of: typeof window): TimeScale => ({ ...of, left: 144, width: 1000 });
      expect(xOf(scale(closer), at)).toBeCloseTo(xOf(scale(window), at), 6);
      expect(timeAt(scale(closer), xOf(scale(closer), at))).toBeCloseTo(at, 6);
      expect(spanOf(zoomed(closer, at, 1 / 0.8, until))).toBeCloseTo(span, 6);
    }),
  );
});

it('never leaves the run behind', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e7, max: 1e7, noNaN: true }), (start) => {
      const window = bounded({ start, end: start + 500 }, until);
      expect(window.start).toBeLessThan(until);
      expect(window.end).toBeGreaterThan(0);
      expect(spanOf(window)).toBeCloseTo(500);
    }),
  );
});

it('labels ticks in what a person counts in', () => {
  const labels = (start: number, end: number) =>
    ticksOf({ start, end, left: 0, width: 500 }).flatMap(({ label }) => label ?? []);
  expect(labels(0, 1000)).toEqual(['0', '200 ms', '400 ms', '600 ms', '800 ms', '1.0 s']);
  expect(labels(0, 10_000)).toEqual(['0', '2 s', '4 s', '6 s', '8 s', '10 s']);
  expect(labels(58_000, 62_000)).toEqual(['58 s', '59 s', '1:00', '1:01', '1:02']);
  expect(labels(61_000, 62_000)).toEqual(['1:01.0', '1:01.2', '1:01.4', '1:01.6', '1:01.8', '1:02.0']);
  expect(labels(0, 7_200_000)).toEqual(['0', '30:00', '1:00:00', '1:30:00', '2:00:00']);
});

it('keeps labels apart, in order and different at every zoom', () => {
  fc.assert(
    fc.property(somewhere, ({ start, span }) => {
      const scale = { start, end: start + span, left: 0, width: 1200 };
      const ticks = ticksOf(scale).filter(({ label }) => label !== null);
      expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
      ticks.slice(1).forEach((tick, at) => {
        expect(xOf(scale, tick.time) - xOf(scale, ticks[at]!.time)).toBeGreaterThanOrEqual(83.9);
      });
    }),
  );
});
