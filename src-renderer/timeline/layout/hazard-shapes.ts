import { callsOf } from '@contract/hazard';
import type { HazardEntry } from '@contract/trace-model';
import type { PlacedCall } from './lanes';
import type { TurnLayout } from './layout';
import { barHeight, barTop, groupPadding, rowHeight } from './metrics';
import type { HazardShape } from './scene';
import type { Sight } from './sight';
import { xOf } from './time-scale';

/** A mark at the call that the hazard befell, and where the line to the earlier call ends. */
export function hazardShapes(
  turn: TurnLayout,
  entries: readonly HazardEntry[],
  top: number,
  { scale, until }: Sight,
): HazardShape[] {
  if (entries.length === 0) return [];
  const placedOf = new Map(turn.lanes.all.map((placed) => [placed.call.id, placed]));
  const middle = (placed: PlacedCall) =>
    top + groupPadding + (placed.lane + 1) * rowHeight + barTop + barHeight / 2;
  return entries.flatMap((entry) => {
    const calls = callsOf(entry.hazard);
    const last = calls.at(-1);
    const later = last === undefined ? undefined : placedOf.get(last);
    if (later === undefined) return [];
    const befell = Math.max(later.start, Math.min(entry.at, later.end));
    if (befell < scale.start || befell > until) return [];
    const first = calls[0];
    const earlier = first === undefined || first === last ? undefined : placedOf.get(first);
    const x = xOf(scale, befell);
    const other =
      earlier === undefined
        ? null
        : { x: xOf(scale, Math.max(earlier.start, Math.min(befell, earlier.end))), y: middle(earlier) };
    return [{ entry, x, y: middle(later), other }];
  });
}
