import { barsOfLane, outlineBar } from './bars';
import { hazardShapes } from './hazard-shapes';
import { holdShapes } from './hold-shapes';
import { firstInSight } from './in-sight';
import type { PlacedCall } from './lanes';
import type { Layout, TurnLayout } from './layout';
import { barHeight, barTop, bodyTop, groupPadding, leadTop, rowHeight } from './metrics';
import { modelBars } from './model-bars';
import { overrideShapes } from './override-shapes';
import type { BarShape, BracketShape, GroupShape, HazardShape, LeadShape, Scene, WaitShape } from './scene';
import { markedCalls, type Sight } from './sight';
import { summaryBars } from './summary-bar';
import { msPerPixel, xOf } from './time-scale';
import { lastVisible, scaleOf, turnsInSight, type Viewport } from './viewport';
import { waitsOfLane } from './waits';

/** Below this a wait is not worth a line, in pixels. */
const leastLead = 3;

/** What is in sight and nothing else: the work is bounded by the canvas, not by the trace. */
export function buildScene(layout: Layout, viewport: Viewport, now: number): Scene {
  const sight: Sight = {
    scale: scaleOf(viewport),
    until: lastVisible(viewport),
    now,
    turns: layout.model?.turns ?? [],
  };
  const groups: GroupShape[] = [];
  const bars: BarShape[] = [];
  const leads: LeadShape[] = [];
  const hazards: HazardShape[] = [];
  const waits: WaitShape[] = [];
  const { first, last } = turnsInSight(viewport, layout);
  for (let at = first; at <= last; at += 1) {
    const turn = layout.turns[at];
    if (turn === undefined || turn.shown === 'hidden') continue;
    const top = bodyTop + (layout.tops[at] ?? 0) - viewport.scrollTop;
    groups.push(groupShape(turn, top, sight));
    if (turn.shown === 'summary') {
      bars.push(...summaryBars(turn, layout, top + groupPadding + barTop, sight));
      continue;
    }
    bars.push(...outlinesOf(turn, top, sight));
    const entries = layout.hazards.get(turn.turn.number) ?? [];
    bars.push(...modelBars(turn.turn, top + groupPadding + barTop, sight));
    const marked = markedCalls(entries);
    turn.lanes.ran.forEach((lane, index) => {
      const y = rowTop(top, index);
      bars.push(...barsOfLane(lane, y + barTop, sight, marked, endOfRoom(turn, index)));
      waits.push(...waitsOfLane(lane, y + barTop, sight));
      leads.push(...leadsOf(lane, y + leadTop, sight));
    });
    hazards.push(...hazardShapes(turn, entries, top, sight));
  }
  const holds = holdShapes(layout.model?.holds ?? [], sight);
  const overrides = overrideShapes(layout.model?.overrideChanges ?? [], sight);
  return { groups, bars, leads, hazards, waits, holds, overrides };
}

function rowTop(groupTop: number, lane: number): number {
  return groupTop + groupPadding + (lane + 1) * rowHeight;
}

/** When something is outlined in a lane after what ran there. */
function endOfRoom({ lanes }: TurnLayout, lane: number): number {
  return lanes.never.find((placed) => placed.lane === lane)?.start ?? Number.POSITIVE_INFINITY;
}

function groupShape(turn: TurnLayout, top: number, { scale, until }: Sight): GroupShape {
  const ended = Number.isFinite(turn.until);
  return {
    turn: turn.turn.number,
    nesting: turn.nesting,
    folded: turn.shown === 'summary',
    top,
    height: turn.height,
    duration: ended ? turn.until - turn.from : null,
    bracket: turn.shown === 'open' ? bracketOf(turn, top) : null,
    away: turn.from > until ? 'right' : turn.until < scale.start ? 'left' : null,
  };
}

function bracketOf({ lanes }: TurnLayout, top: number): BracketShape | null {
  if (lanes.overlapped === 0) return null;
  const stacked = lanes.ran.reduce((most, lane, at) => (lane.some((each) => each.parallel) ? at : most), 0);
  return {
    top: rowTop(top, 0) + barTop,
    bottom: rowTop(top, stacked) + barTop + barHeight,
    text: `${lanes.overlapped} of ${lanes.ranCount} overlapped`,
  };
}

function leadsOf(lane: readonly PlacedCall[], y: number, { scale, until }: Sight): LeadShape[] {
  const leads: LeadShape[] = [];
  const least = leastLead * msPerPixel(scale);
  for (let at = firstInSight(lane, scale.start); at < lane.length; at += 1) {
    const placed = lane[at];
    if (placed === undefined || placed.queued > until) break;
    if (placed.start - placed.queued < least || placed.start < scale.start) continue;
    const x = xOf(scale, placed.queued);
    leads.push({ call: placed.call, x, y, width: xOf(scale, placed.start) - x });
  }
  return leads;
}

function outlinesOf(turn: TurnLayout, top: number, sight: Sight): BarShape[] {
  const { never, waiting } = turn.lanes;
  if (never.length === 0 && waiting.length === 0) return [];
  return [...never, ...waiting].flatMap((placed) => {
    if (placed.start > sight.until) return [];
    const bar = outlineBar(placed, rowTop(top, placed.lane) + barTop, sight);
    return bar.x + bar.width < sight.scale.left ? [] : [bar];
  });
}
