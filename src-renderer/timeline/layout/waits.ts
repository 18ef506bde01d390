import type { AskedApproval, Call } from '@contract/trace-model';
import { firstInSight } from './in-sight';
import type { PlacedCall } from './lanes';
import { barHeight } from './metrics';
import type { Stretch, WaitShape } from './scene';
import type { Sight } from './sight';
import { xOf } from './time-scale';

/** Below this a wait is too short to be seen, in pixels. */
const least = 2;

/** The waits of a lane's calls for the person, each in its place within the call's bar. */
export function waitsOfLane(lane: readonly PlacedCall[], y: number, sight: Sight): WaitShape[] {
  const shapes: WaitShape[] = [];
  for (let at = firstInSight(lane, sight.scale.start); at < lane.length; at += 1) {
    const placed = lane[at];
    if (placed === undefined || placed.start > sight.until) break;
    for (const asked of placed.call.approvals) {
      const stretch = stretchOf(asked, sight);
      if (stretch === null) continue;
      shapes.push({ ...stretch, y, height: barHeight, outcome: asked.answered?.outcome ?? null });
    }
  }
  return shapes;
}

export function stretchesOf(call: Call, sight: Sight): readonly Stretch[] {
  if (call.approvals.length === 0) return none;
  return call.approvals.flatMap((asked) => stretchOf(asked, sight) ?? []);
}

const none: readonly Stretch[] = [];

function stretchOf({ askedAt, answered }: AskedApproval, { scale, now }: Sight): Stretch | null {
  const x = xOf(scale, askedAt);
  const width = xOf(scale, Math.max(askedAt, answered?.at ?? now)) - x;
  return width < least ? null : { x, width };
}
