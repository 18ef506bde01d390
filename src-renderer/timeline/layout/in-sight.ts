import type { PlacedCall } from './lanes';

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
