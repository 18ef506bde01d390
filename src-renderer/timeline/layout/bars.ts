import type { CallId } from '@contract/ids';
import type { CallOutcome } from '@contract/trace-event';
import { duration } from '../../widgets/units';
import { firstInSight } from './in-sight';
import type { PlacedCall } from './lanes';
import { barHeight, leastBar, neverRanWidth } from './metrics';
import { programOf, severalPrograms } from './programs';
import type { BarLabel, BarShape } from './scene';
import type { Sight } from './sight';
import { callLabel } from './subject';
import { xOf } from './time-scale';
import { stretchesOf } from './waits';

const bad: ReadonlySet<CallOutcome> = new Set<CallOutcome>(['failed', 'timed_out']);
/** Less room than this, inside and to the right together, and nothing can be written. */
const leastRoom = 28;

export function hasFailed({ call }: PlacedCall): boolean {
  return call.ended !== null && bad.has(call.ended.outcome);
}

/**
 * Bars of one lane. What would be narrower than `leastBar` is drawn together with its neighbours on the same pixels, so that a lane never
 * has more bars than pixels.
 *
 * @param after what else begins in the lane once these have ended, in milliseconds; Infinity where nothing does
 */
export function barsOfLane(
  lane: readonly PlacedCall[],
  y: number,
  sight: Sight,
  marked: ReadonlySet<CallId>,
  after: number,
): BarShape[] {
  const { scale, until, now } = sight;
  const bars: BarShape[] = [];
  for (let at = firstInSight(lane, scale.start); at < lane.length; at += 1) {
    const placed = lane[at];
    if (placed === undefined || placed.start > until) break;
    const x = xOf(scale, placed.start);
    const width = Math.max(leastBar, xOf(scale, Math.min(placed.end, Math.max(now, placed.start))) - x);
    const next = lane[at + 1]?.start ?? after;
    const nextX = Number.isFinite(next) ? xOf(scale, next) : Number.POSITIVE_INFINITY;
    const before = bars.at(-1);
    if (before !== undefined && width <= leastBar && x < before.x + before.width + 0.5 && before.width <= 8) {
      bars[bars.length - 1] = together(before, placed, x + width, nextX);
    } else {
      const room = nextX - x - width;
      bars.push(ranBar(placed, sight, { x, y, width, room, marked: marked.has(placed.call.id) }));
    }
  }
  return bars;
}

type Place = Pick<BarShape, 'x' | 'y' | 'width' | 'room' | 'marked'>;

function ranBar(placed: PlacedCall, sight: Sight, place: Place): BarShape {
  const { call, parallel, end } = placed;
  const open = end === Number.POSITIVE_INFINITY;
  return {
    ...place,
    of: { kind: 'call', call },
    tone: parallel ? 'parallel' : 'sequential',
    effect: call.admission?.effect ?? null,
    height: barHeight,
    open,
    failed: hasFailed(placed),
    waits: stretchesOf(call, sight),
    label: place.width + place.room < leastRoom ? null : ranLabel(placed, sight),
  };
}

function ranLabel({ call, start, end }: PlacedCall, { turns, now }: Sight): BarLabel {
  const short = callLabel(call, turns);
  const took = duration(Math.max(0, Math.min(end, now) - start));
  const why = call.ended?.failure?.code.replaceAll('_', ' ');
  const where = severalPrograms(turns) ? programOf(call) : null;
  const named = where === null ? short : `${short} in ${where}`;
  return { long: why === undefined ? `${named}  ${took}` : `${named}  ${took}, ${why}`, short, elide: true };
}

function together(bar: BarShape, placed: PlacedCall, right: number, nextX: number): BarShape {
  const count = bar.of.kind === 'several' ? bar.of.count + 1 : 2;
  return {
    ...bar,
    of: { kind: 'several', turn: placed.call.turn, count },
    tone: bar.tone === 'parallel' || placed.parallel ? 'parallel' : 'sequential',
    effect: bar.effect === 'write' || placed.call.admission?.effect === 'write' ? 'write' : 'read',
    width: Math.max(bar.width, right - bar.x),
    room: nextX - right,
    waits: [],
    failed: bar.failed || hasFailed(placed),
    label: { long: `${count} calls`, short: `${count}`, elide: false },
  };
}

/** The outline of a call that never ran, at the moment that decided it; or of one that still waits. */
export function outlineBar(placed: PlacedCall, y: number, { scale, now, turns }: Sight): BarShape {
  const waits = placed.shape === 'waiting';
  const x = xOf(scale, placed.start);
  const word = placed.call.ended === null ? 'waiting' : placed.call.ended.outcome.replace('_', ' ');
  const label = `${word} ${callLabel(placed.call, turns)}`;
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
    marked: false,
    waits: [],
    label: { long: label, short: label, elide: waits },
    room: Number.POSITIVE_INFINITY,
  };
}
