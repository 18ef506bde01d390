import { gutterWidth } from '../layout/metrics';
import type { BarLabel, BarShape } from '../layout/scene';
import { type Pen, snap } from './pen';

const inset = 5;
/** Behind a hazard's mark. */
const markedInset = 9;
const beside = 5;
/** Behind the mark of a question. */
const askedInset = 10;
/** Less room than this before the mark, and the words stand behind it. */
const leastBefore = 80;

/** Inside where it fits whole, else to the right where there is room, else cut short inside. */
export function paintLabels(pen: Pen, bars: readonly BarShape[], right: number): void {
  for (const bar of bars) if (bar.label !== null) paintLabel(pen, bar, bar.label, right);
}

function paintLabel(pen: Pen, bar: BarShape, label: BarLabel, right: number): void {
  const { ctx, texts } = pen;
  const left = Math.max(bar.x + insetOf(bar), gutterWidth + inset);
  const room = Math.min(bar.x + bar.width, right) - inset - (bar.failed ? failedCap(bar) : 0) - left;
  const y = bar.y + bar.height / 2 + 0.5;
  const inside = whole(pen, label, room);
  if (inside !== null) {
    writeInside(pen, bar, inside, left, y);
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
  if (cut !== '') writeInside(pen, bar, cut, left, y);
}

/** On a stretch of waiting, which is pale and dotted, the words get a ground of their own. */
function writeInside(pen: Pen, bar: BarShape, text: string, left: number, y: number): void {
  const { ctx, palette, texts } = pen;
  const at = snap(pen, left);
  const end = at + texts.width(text);
  const onWait = bar.waits.find(({ x, width }) => x < end && x + width > at);
  if (onWait === undefined) {
    ctx.fillStyle = colorInside(pen, bar);
    ctx.fillText(text, at, y);
    return;
  }
  ctx.fillStyle = palette.panel;
  ctx.fillRect(at - 2, bar.y + 1, end - at + 4, bar.height - 2);
  ctx.fillStyle = palette.text;
  ctx.fillText(text, at, y);
}

/** Clear of a hazard's mark, and of the mark of a question that was asked as the call began. */
function insetOf({ x, marked, waits }: BarShape): number {
  const asked = waits[0];
  if (asked !== undefined && asked.width > 14 && asked.x < x + leastBefore) return asked.x - x + askedInset;
  return marked ? markedInset : inset;
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
