import { durationText } from '../duration';
import { barsOfLane, firstInSight, outlineBar } from './bars';
import { hazardShapes } from './hazard-shapes';
import type { PlacedCall } from './lanes';
import type { Layout, TurnLayout } from './layout';
import { barHeight, barTop, bodyTop, groupPadding, leadTop, leastBar, rowHeight } from './metrics';
import { modelSegments } from './model-segments';
import type { BarShape, BracketShape, GroupShape, HazardShape, LeadShape, Scene } from './scene';
import { type TimeScale, xOf } from './time-scale';
import { lastVisible, scaleOf, turnsInSight, type Viewport } from './viewport';

/** Below this a wait is not worth a line, in pixels. */
const leastLead = 3;

/** What is in sight and nothing else: the work is bounded by the canvas, not by the trace. */
export function buildScene(layout: Layout, viewport: Viewport, now: number): Scene {
  const scale = scaleOf(viewport);
  const until = lastVisible(viewport);
  const groups: GroupShape[] = [];
  const bars: BarShape[] = [];
  const leads: LeadShape[] = [];
  const hazards: HazardShape[] = [];
  const { first, last } = turnsInSight(viewport, layout);
  for (let at = first; at <= last; at += 1) {
    const turn = layout.turns[at];
    if (turn === undefined) continue;
    const top = bodyTop + (layout.tops[at] ?? 0) - viewport.scrollTop;
    groups.push(groupShape(turn, top, scale, until));
    if (turn.from > until || turn.until < scale.start) {
      bars.push(...outlinesOf(turn, top, scale, until, now));
      continue;
    }
    const rowAt = (lane: number) => top + groupPadding + (lane + 1) * rowHeight;
    bars.push(...modelBars(turn, top + groupPadding + barTop, scale, until, now));
    turn.lanes.ran.forEach((lane, index) => {
      bars.push(...barsOfLane(lane, rowAt(index) + barTop, scale, until, now));
      leads.push(...leadsOf(lane, rowAt(index) + leadTop, scale, until));
    });
    bars.push(...outlinesOf(turn, top, scale, until, now));
    hazards.push(...hazardShapes(turn, layout.hazards.get(turn.turn.number) ?? [], top, scale, until));
  }
  return { groups, bars, leads, hazards };
}

function groupShape(turn: TurnLayout, top: number, scale: TimeScale, until: number): GroupShape {
  const ended = Number.isFinite(turn.until);
  return {
    turn: turn.turn.number,
    top,
    height: turn.height,
    duration: ended ? turn.until - turn.from : null,
    bracket: bracketOf(turn, top),
    away: turn.from > until ? 'right' : turn.until < scale.start ? 'left' : null,
  };
}

function bracketOf({ lanes }: TurnLayout, top: number): BracketShape | null {
  if (lanes.overlapped === 0) return null;
  const stacked = lanes.ran.reduce((most, lane, at) => (lane.some((each) => each.parallel) ? at : most), 0);
  return {
    top: top + groupPadding + rowHeight + barTop,
    bottom: top + groupPadding + (stacked + 1) * rowHeight + barTop + barHeight,
    text: `${lanes.overlapped} of ${lanes.ranCount} overlapped`,
  };
}

function modelBars(turn: TurnLayout, y: number, scale: TimeScale, until: number, now: number): BarShape[] {
  const { model, number } = turn.turn;
  if (model === null) return [];
  const segments = modelSegments(model, now);
  const bars: BarShape[] = [];
  const whole = durationText((model.ended?.at ?? now) - model.requestedAt);
  for (const { kind, start, end } of segments) {
    if (end < scale.start || start > until) continue;
    const x = xOf(scale, start);
    const width = Math.max(leastBar, xOf(scale, end) - x);
    const label =
      kind === 'thinking' ? `thinking ${durationText(end - start)}` : kind === 'streaming' ? whole : null;
    bars.push({
      of: { kind: 'model', turn: number },
      tone: kind,
      effect: null,
      x,
      y,
      width,
      height: barHeight,
      open: model.ended === null && end >= now,
      failed: kind === 'lost' || (model.ended?.kind === 'failed' && end >= model.ended.at),
      label: width < 40 ? null : label,
    });
  }
  return bars;
}

function leadsOf(lane: readonly PlacedCall[], y: number, scale: TimeScale, until: number): LeadShape[] {
  const leads: LeadShape[] = [];
  const least = (leastLead / scale.width) * (scale.end - scale.start);
  for (let at = firstInSight(lane, scale.start); at < lane.length; at += 1) {
    const placed = lane[at];
    if (placed === undefined || placed.queued > until) break;
    if (placed.start - placed.queued < least || placed.start < scale.start) continue;
    const x = xOf(scale, placed.queued);
    leads.push({ call: placed.call, x, y, width: xOf(scale, placed.start) - x });
  }
  return leads;
}

function outlinesOf(turn: TurnLayout, top: number, scale: TimeScale, until: number, now: number): BarShape[] {
  const { never, waiting } = turn.lanes;
  if (never.length === 0 && waiting.length === 0) return [];
  return [...never, ...waiting].flatMap((placed) => {
    if (placed.start > until) return [];
    const y = top + groupPadding + (placed.lane + 1) * rowHeight + barTop;
    const bar = outlineBar(placed, y, scale, now);
    return bar.x + bar.width < scale.left ? [] : [bar];
  });
}
