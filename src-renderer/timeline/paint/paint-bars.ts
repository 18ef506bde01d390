import type { BarShape, BarTone } from '../layout/scene';
import { hatch } from './hatch';
import { failedCap } from './paint-labels';
import type { Hue, Palette } from './palette';
import { hairline, type Pen, snap } from './pen';

/** Above so many bars, corners are left square: nobody sees them, and they cost. */
const roundedBars = 600;
const radius = 2;
/** A cap as wide as this has a cross in it. */
const crossed = 12;

/** Bars of one look are filled in one go: a change of style costs more than a rectangle. */
export function paintBars(pen: Pen, bars: readonly BarShape[], right: number): void {
  const looks = new Map<string, BarShape[]>();
  for (const bar of bars) {
    const look = `${bar.tone}/${bar.effect === 'write' ? 'write' : 'read'}`;
    const same = looks.get(look);
    if (same === undefined) looks.set(look, [bar]);
    else same.push(bar);
  }
  const rounded = bars.length < roundedBars;
  for (const [, same] of looks) fillLook(pen, same, rounded, right);
  paintFailures(pen, bars, right);
}

function fillLook(pen: Pen, bars: readonly BarShape[], rounded: boolean, right: number): void {
  const first = bars[0];
  if (first === undefined) return;
  const { ctx } = pen;
  const path = outline(pen, bars, rounded, right);
  const { fill, border, dashed } = lookOf(pen, first.tone, first.effect === 'write');
  if (fill !== null) {
    ctx.fillStyle = fill;
    ctx.fill(path);
  }
  if (border === null) return;
  ctx.strokeStyle = border;
  ctx.lineWidth = hairline(pen);
  ctx.setLineDash(dashed ? [3, 2] : []);
  ctx.stroke(path);
  ctx.setLineDash([]);
}

function outline(pen: Pen, bars: readonly BarShape[], rounded: boolean, right: number): Path2D {
  const path = new Path2D();
  for (const bar of bars) addBar(pen, path, bar, rounded && bar.width > 5, right);
  return path;
}

/** Half a hairline inside, so that the border is crisp; cut a little outside of what is in sight. */
function addBar(pen: Pen, path: Path2D, bar: BarShape, rounded: boolean, right: number): void {
  const half = hairline(pen) / 2;
  const left = snap(pen, Math.max(bar.x, -20)) + half;
  const top = snap(pen, bar.y) + half;
  const end = Math.max(left + 0.5, snap(pen, Math.min(bar.x + bar.width, right + 20)) - half);
  const height = snap(pen, bar.height) - 2 * half;
  if (rounded) path.roundRect(left, top, end - left, height, radius);
  else path.rect(left, top, end - left, height);
}

interface Look {
  readonly fill: CanvasPattern | string | null;
  readonly border: string | null;
  readonly dashed: boolean;
}

function lookOf(pen: Pen, tone: BarTone, writes: boolean): Look {
  const { palette } = pen;
  switch (tone) {
    case 'sequential':
    case 'thinking':
    case 'streaming': {
      const hue = hueOf(palette, tone);
      if (tone === 'sequential' && writes) return { fill: hue.full, border: hue.full, dashed: false };
      return { fill: tone === 'streaming' ? hue.hatch : hue.tint, border: hue.border, dashed: false };
    }
    case 'parallel': {
      const { full, tint, border, shade, hatch: line } = palette.parallel;
      return writes
        ? { fill: hatch(pen, shade, full), border: full, dashed: false }
        : { fill: hatch(pen, line, tint), border, dashed: false };
    }
    case 'lost':
      return { fill: palette.panel, border: palette.model.border, dashed: false };
    case 'pause':
      return { fill: null, border: palette.faint, dashed: true };
    case 'never':
      return { fill: palette.panel, border: palette.muted, dashed: true };
    case 'waiting':
      return { fill: palette.panel, border: palette.edge, dashed: true };
  }
}

function hueOf(palette: Palette, tone: 'sequential' | 'thinking' | 'streaming'): Hue {
  return tone === 'sequential' ? palette.sequential : palette.model;
}

/** A red end with a cross, at the moment when it failed. */
function paintFailures(pen: Pen, bars: readonly BarShape[], right: number): void {
  const { ctx, palette } = pen;
  const crosses = new Path2D();
  ctx.fillStyle = palette.failure;
  for (const bar of bars) {
    if (!bar.failed || bar.x > right) continue;
    const cap = failedCap(bar);
    const left = snap(pen, bar.x + bar.width - cap);
    ctx.fillRect(left, bar.y, cap, bar.height);
    if (cap < crossed) continue;
    const x = left + cap / 2;
    const y = bar.y + bar.height / 2;
    crosses.moveTo(x - 2.5, y - 2.5);
    crosses.lineTo(x + 2.5, y + 2.5);
    crosses.moveTo(x + 2.5, y - 2.5);
    crosses.lineTo(x - 2.5, y + 2.5);
  }
  ctx.strokeStyle = palette.inverse;
  ctx.lineWidth = 1.5;
  ctx.stroke(crosses);
}
