import type { CallOutcome } from '@contract/trace-event';
import type { PlacedCall } from './lanes';
import { barHeight, leastBar, neverRanWidth } from './metrics';
import type { BarShape } from './scene';
import { callLabel } from './subject';
import { type TimeScale, xOf } from './time-scale';

const bad: ReadonlySet<CallOutcome> = new Set<CallOutcome>(['failed', 'timed_out']);

export function hasFailed({ call }: PlacedCall): boolean {
  return call.ended !== null && bad.has(call.ended.outcome);
}

/** Where in a lane, in the order of time and without overlap, the first call stands that ends at or after a time. */
export function firstInSight(lane: readonly PlacedCall[], from: number): number {
  let low = 0;
  let high = lane.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lane[middle]?.end ?? Number.POSITIVE_INFINITY) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Bars of one lane. What would be narrower than `leastBar` is drawn together with its neighbours on the same pixels, so that a lane never
 * has more bars than pixels.
 *
 * @param until the last time in sight
 */
export function barsOfLane(
  lane: readonly PlacedCall[],
  y: number,
  scale: TimeScale,
  until: number,
  now: number,
): BarShape[] {
  const bars: BarShape[] = [];
  for (let at = firstInSight(lane, scale.start); at < lane.length; at += 1) {
    const placed = lane[at];
    if (placed === undefined || placed.start > until) break;
    const x = xOf(scale, placed.start);
    const width = Math.max(leastBar, xOf(scale, Math.min(placed.end, Math.max(now, placed.start))) - x);
    const before = bars.at(-1);
    if (before !== undefined && width <= leastBar && x < before.x + before.width + 0.5 && before.width <= 8) {
      bars[bars.length - 1] = together(before, placed, x + width);
    } else {
      bars.push(barOf(placed, x, y, width));
    }
  }
  return bars;
}

function barOf(placed: PlacedCall, x: number, y: number, width: number): BarShape {
  const { call, parallel, end } = placed;
  return {
    of: { kind: 'call', call },
    tone: parallel ? 'parallel' : 'sequential',
    effect: call.admission?.effect ?? null,
    x,
    y,
    width,
    height: barHeight,
    open: end === Number.POSITIVE_INFINITY,
    failed: hasFailed(placed),
    label: width < 24 ? null : callLabel(call),
  };
}

function together(bar: BarShape, placed: PlacedCall, right: number): BarShape {
  const count = bar.of.kind === 'several' ? bar.of.count + 1 : 2;
  return {
    ...bar,
    of: { kind: 'several', turn: placed.call.turn, count },
    tone: bar.tone === 'parallel' || placed.parallel ? 'parallel' : 'sequential',
    effect: bar.effect === 'write' || placed.call.admission?.effect === 'write' ? 'write' : 'read',
    width: Math.max(bar.width, right - bar.x),
    failed: bar.failed || hasFailed(placed),
    label: null,
  };
}

/** The outline of a call that never ran, at the moment that decided it; or of one that still waits. */
export function outlineBar(placed: PlacedCall, y: number, scale: TimeScale, now: number): BarShape {
  const waits = placed.shape === 'waiting';
  const x = xOf(scale, placed.start);
  return {
    of: { kind: 'call', call: placed.call },
    tone: waits ? 'waiting' : 'never',
    effect: placed.call.admission?.effect ?? null,
    x,
    y,
    width: waits ? Math.max(leastBar, xOf(scale, now) - x) : neverRanWidth,
    height: barHeight,
    open: waits,
    failed: hasFailed(placed),
    label: waits ? callLabel(placed.call) : `${outcomeWord(placed)} ${callLabel(placed.call)}`,
  };
}

function outcomeWord({ call }: PlacedCall): string {
  return call.ended === null ? 'waits' : call.ended.outcome.replace('_', ' ');
}
