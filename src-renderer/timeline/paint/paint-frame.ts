import type { Selection } from '../../trace/trace-store';
import type { LinkShape } from '../layout/link-shapes';
import { bodyTop, gutterWidth } from '../layout/metrics';
import type { BarShape, Scene } from '../layout/scene';
import type { TimeScale, TimeWindow } from '../layout/time-scale';
import { xOf } from '../layout/time-scale';
import type { HoverOver, Mark } from '../view/view-store';
import { paintBars } from './paint-bars';
import { paintGroups, paintGutter, paintLeads } from './paint-groups';
import { paintHazards } from './paint-hazards';
import { paintHoldHeads, paintHolds } from './paint-holds';
import { paintLabels } from './paint-labels';
import { paintLinks } from './paint-links';
import { flagsOf, paintOverrides } from './paint-overrides';
import {
  flag,
  paintCursor,
  paintCursorHead,
  paintGrid,
  paintMarks,
  paintMeasured,
  paintRuler,
} from './paint-ruler';
import { paintWaitMarks, paintWaits } from './paint-waits';
import type { Pen } from './pen';

/** All that a frame shows. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly scale: TimeScale;
  readonly scene: Scene;
  readonly selection: Selection;
  /** What the chosen call waited for. */
  readonly links: readonly LinkShape[];
  readonly over: HoverOver;
  /** null while the cursor stands at the end: nothing is dimmed. */
  readonly cursor: number | null;
  readonly stop: number | null;
  readonly marks: readonly Mark[];
  readonly measured: TimeWindow | null;
}

/** Everything but the minimap. */
export function paintFrame(pen: Pen, frame: Frame): void {
  const { ctx, palette } = pen;
  const { width, height, scale, scene } = frame;
  ctx.font = palette.font;
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette.panel;
  ctx.fillRect(0, bodyTop, width, height - bodyTop);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, bodyTop, width, height - bodyTop);
  ctx.clip();
  const ticks = paintGrid(pen, scale, height);
  paintHolds(pen, scene.holds, height);
  paintGroups(pen, scene.groups, width);
  paintLeads(pen, scene.leads);
  paintBars(pen, scene.bars, width);
  paintWaits(pen, scene.waits);
  paintLabels(pen, scene.bars, width);
  paintWaitMarks(pen, scene.waits);
  paintHazards(pen, scene.hazards, frame.selection);
  paintLinks(pen, frame.links, width);
  paintOutlines(pen, frame);
  ctx.restore();
  if (frame.cursor !== null) paintCursor(pen, scale, frame.cursor, width, height);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, bodyTop, width, height - bodyTop);
  ctx.clip();
  paintGutter(pen, scene.groups, height);
  ctx.restore();
  const flags = flagsOf(pen, scene.overrides);
  paintRuler(pen, scale, ticks, width, flags);
  paintHoldHeads(pen, scene.holds);
  paintOverrides(pen, flags, height);
  if (frame.cursor !== null) paintCursorHead(pen, scale, frame.cursor, width);
  if (frame.stop !== null && xOf(scale, frame.stop) >= gutterWidth) {
    flag(pen, xOf(scale, frame.stop), height, 'stop', palette.failure, []);
  }
  paintMarks(pen, scale, frame.marks, height);
  if (frame.measured !== null) paintMeasured(pen, scale, frame.measured, height);
}

function paintOutlines(pen: Pen, { scene, selection, over, width }: Frame): void {
  const { ctx, palette } = pen;
  for (const bar of scene.bars) {
    if (isOver(bar, over)) {
      ctx.fillStyle = palette.hover;
      ctx.fillRect(bar.x, bar.y, bar.width, bar.height);
    }
    if (!isSelected(bar, selection)) continue;
    const left = Math.max(bar.x, -20) - 1;
    ctx.strokeStyle = palette.text;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.roundRect(left, bar.y - 1, Math.min(bar.x + bar.width, width + 20) - left + 1, bar.height + 2, 3);
    ctx.stroke();
  }
}

function isSelected({ of }: BarShape, selection: Selection): boolean {
  if (selection.kind === 'call') return of.kind === 'call' && of.call.id === selection.callId;
  return selection.kind === 'model' && of.kind === 'model' && of.turn === selection.turn;
}

function isOver({ of }: BarShape, over: HoverOver): boolean {
  if (over.kind === 'call') return of.kind === 'call' && of.call.id === over.callId;
  return over.kind === 'model' && of.kind === 'model' && of.turn === over.turn;
}
