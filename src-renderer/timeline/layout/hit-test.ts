import type { ActorId, CallId } from '@contract/ids';
import type { ChangedOverride, HazardEntry } from '@contract/trace-model';
import {
  bodyTop,
  foldWidth,
  groupPadding,
  gutterText,
  gutterWidth,
  indent,
  leadHeight,
  minimapHeight,
  rowHeight,
} from './metrics';
import type { BarShape, GroupShape, Scene } from './scene';

/** What lies under a point of the canvas. */
export type Hit =
  | { readonly kind: 'minimap' }
  | { readonly kind: 'ruler' }
  /** The flag of a change of an override, on the ruler. */
  | { readonly kind: 'override'; readonly change: ChangedOverride }
  | { readonly kind: 'gutter'; readonly turn: number | null }
  /** The arrow that folds an actor's turns. */
  | { readonly kind: 'fold'; readonly actor: ActorId }
  | { readonly kind: 'call'; readonly turn: number; readonly callId: CallId }
  | { readonly kind: 'model'; readonly turn: number }
  | {
      readonly kind: 'several';
      readonly turn: number;
      readonly count: number;
      readonly x: number;
      readonly width: number;
    }
  | { readonly kind: 'hazard'; readonly entry: HazardEntry }
  | { readonly kind: 'empty' };

const reach = 2;
const markReach = 7;
const flagReach = 12;

export function hitTest(scene: Scene, x: number, y: number): Hit {
  if (y < minimapHeight) return { kind: 'minimap' };
  if (y < bodyTop) {
    const flag = scene.overrides.findLast((each) => x >= each.x - reach && x <= each.x + flagReach);
    return flag === undefined || x < gutterWidth
      ? { kind: 'ruler' }
      : { kind: 'override', change: flag.change };
  }
  if (x < gutterWidth) {
    const group = scene.groups.find((each) => y >= each.top && y < each.top + each.height);
    return group !== undefined && isOnArrow(group, x, y)
      ? { kind: 'fold', actor: group.nesting.actor }
      : { kind: 'gutter', turn: group?.turn ?? null };
  }
  const hazard = scene.hazards.findLast(
    (each) => Math.abs(each.x - x) <= markReach && Math.abs(each.y - y) <= markReach,
  );
  if (hazard !== undefined) return { kind: 'hazard', entry: hazard.entry };
  const bar = scene.bars.findLast((each) => within(each, x, y));
  if (bar !== undefined) return hitOf(bar);
  const lead = scene.leads.findLast(
    (each) => x >= each.x && x <= each.x + each.width && y >= each.y - 1 && y <= each.y + leadHeight,
  );
  if (lead !== undefined) return { kind: 'call', turn: lead.call.turn, callId: lead.call.id };
  return { kind: 'empty' };
}

function isOnArrow({ nesting: { head, depth }, top }: GroupShape, x: number, y: number): boolean {
  const from = gutterText + depth * indent - reach;
  return head !== null && x >= from && x <= from + foldWidth && y < top + groupPadding + rowHeight;
}

function within({ x, y, width, height }: BarShape, atX: number, atY: number): boolean {
  return atX >= x - reach && atX <= x + width + reach && atY >= y && atY < y + height;
}

function hitOf(bar: BarShape): Hit {
  const { of } = bar;
  switch (of.kind) {
    case 'call':
      return { kind: 'call', turn: of.call.turn, callId: of.call.id };
    case 'model':
      return of;
    case 'several':
      return { ...of, x: bar.x, width: bar.width };
  }
}
