import { gutterWidth } from '../layout/metrics';
import type { BarLabel, BarShape } from '../layout/scene';
import { type Pen, snap } from './pen';

const inset = 5;
/** Behind a hazard's mark. */
const markedInset = 9;
const beside = 5;

/** Inside where it fits whole, else to the right where there is room, else cut short inside. */
export function paintLabels(pen: Pen, bars: readonly BarShape[], right: number): void {
  for (const bar of bars) if (bar.label !== null) paintLabel(pen, bar, bar.label, right);
}

function paintLabel(pen: Pen, bar: BarShape, label: BarLabel, right: number): void {
  const { ctx, texts } = pen;
  const left = Math.max(bar.x + (bar.marked ? markedInset : inset), gutterWidth + inset);
  const room = Math.min(bar.x + bar.width, right) - inset - (bar.failed ? failedCap(bar) : 0) - left;
  const y = bar.y + bar.height / 2 + 0.5;
  const inside = whole(pen, label, room);
  if (inside !== null) {
    ctx.fillStyle = colorInside(pen, bar);
    ctx.fillText(inside, snap(pen, left), y);
    return;
  }
  const from = bar.x + bar.width + beside;
  const outside =
    from < gutterWidth ? null : whole(pen, label, Math.min(bar.room - 2 * beside, right - from));
  if (outside !== null) {
    ctx.fillStyle = pen.palette.muted;
    ctx.fillText(outside, snap(pen, from), y);
    return;
  }
  const cut = label.elide ? texts.fitted(label.short, room) : '';
  if (cut === '') return;
  ctx.fillStyle = colorInside(pen, bar);
  ctx.fillText(cut, snap(pen, left), y);
}

function whole({ texts }: Pen, { long, short }: BarLabel, room: number): string | null {
  if (room < 12) return null;
  if (texts.width(long) <= room) return long;
  return texts.width(short) <= room ? short : null;
}

/** How much of a bar's end says that it failed. */
export function failedCap({ width }: BarShape): number {
  return width >= 26 ? 13 : Math.min(3, width);
}

function colorInside({ palette }: Pen, { tone, effect }: BarShape): string {
  switch (tone) {
    case 'sequential':
    case 'parallel':
      return effect === 'write' ? palette.inverse : palette.text;
    case 'streaming':
      return palette.text;
    default:
      return palette.muted;
  }
}
