import { duration } from '../../widgets/units';
import {
  bodyTop,
  foldWidth,
  groupPadding,
  gutterText,
  gutterWidth,
  indent,
  leadHeight,
  rowHeight,
} from '../layout/metrics';
import type { GroupShape, LeadShape } from '../layout/scene';
import { hatch } from './hatch';
import { horizontalLine, type Pen, snap, verticalLine } from './pen';

/** Hairlines between turns, and an arrow where a turn's time is not in sight. */
export function paintGroups(pen: Pen, groups: readonly GroupShape[], right: number): void {
  const { ctx, palette } = pen;
  ctx.fillStyle = palette.line;
  for (const group of groups) horizontalLine(pen, group.top + group.height, 0, right);
  ctx.fillStyle = palette.faint;
  for (const group of groups) {
    if (group.away === null) continue;
    const y = group.top + groupPadding + rowHeight / 2;
    const x = group.away === 'left' ? gutterWidth + 6 : right - 6;
    const tip = group.away === 'left' ? -4 : 4;
    ctx.beginPath();
    ctx.moveTo(x + tip, y);
    ctx.lineTo(x, y - 4);
    ctx.lineTo(x, y + 4);
    ctx.fill();
  }
}

/** A thin hatched line for as long as a call waited. */
export function paintLeads(pen: Pen, leads: readonly LeadShape[]): void {
  const { ctx, palette } = pen;
  if (leads.length === 0) return;
  ctx.fillStyle = hatch(pen, palette.faint, null);
  for (const lead of leads) ctx.fillRect(snap(pen, lead.x), snap(pen, lead.y), lead.width, leadHeight);
}

/** Turn numbers, how long each took, and a bracket around the lanes that overlapped. */
export function paintGutter(pen: Pen, groups: readonly GroupShape[], height: number): void {
  const { ctx, palette, texts } = pen;
  ctx.fillStyle = palette.panel;
  ctx.fillRect(0, bodyTop, gutterWidth, height - bodyTop);
  for (const group of groups) {
    const middle = group.top + groupPadding + rowHeight / 2 + 0.5;
    const took = group.duration === null ? '' : duration(group.duration);
    paintName(pen, group, middle, gutterWidth - 20 - texts.width(took));
    ctx.fillStyle = palette.muted;
    ctx.fillText(took, snap(pen, gutterWidth - 12 - texts.width(took)), middle);
    paintBracket(pen, group);
    ctx.fillStyle = palette.line;
    horizontalLine(pen, group.top + group.height, 0, gutterWidth);
  }
  ctx.fillStyle = palette.line;
  verticalLine(pen, gutterWidth - 1, bodyTop, height);
}

/** The turn's number; where an agent begins, its name behind the arrow that folds its turns. A rule for each level above. */
function paintName(
  pen: Pen,
  { turn, nesting, folded, top, height }: GroupShape,
  y: number,
  right: number,
): void {
  const { ctx, palette, texts } = pen;
  const { depth, head } = nesting;
  ctx.fillStyle = palette.edge;
  for (let level = 0; level < depth; level += 1)
    verticalLine(pen, gutterText + level * indent + 3, top, top + height);
  const x = gutterText + depth * indent;
  ctx.fillStyle = palette.text;
  ctx.font = palette.strongFont;
  if (head === null) ctx.fillText(`Turn ${turn}`, x, y);
  else {
    paintArrow(pen, x + 4, y - 0.5, folded);
    const name = head.comes === 'after' ? `then ${head.name}` : head.name;
    ctx.fillText(texts.fitted(name, right - x - foldWidth), x + foldWidth, y);
  }
  ctx.font = palette.font;
}

function paintArrow({ ctx }: Pen, x: number, y: number, folded: boolean): void {
  ctx.beginPath();
  if (folded) {
    ctx.moveTo(x - 2, y - 4);
    ctx.lineTo(x + 3, y);
    ctx.lineTo(x - 2, y + 4);
  } else {
    ctx.moveTo(x - 4, y - 2);
    ctx.lineTo(x + 4, y - 2);
    ctx.lineTo(x, y + 3);
  }
  ctx.fill();
}

function paintBracket(pen: Pen, { bracket, top }: GroupShape): void {
  if (bracket === null) return;
  const { ctx, palette, texts } = pen;
  const x = snap(pen, gutterWidth - 8) + 0.75;
  ctx.strokeStyle = palette.parallel.full;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(x + 5, bracket.top + 0.75);
  ctx.lineTo(x, bracket.top + 0.75);
  ctx.lineTo(x, bracket.bottom - 0.75);
  ctx.lineTo(x + 5, bracket.bottom - 0.75);
  ctx.stroke();
  ctx.fillStyle = palette.parallel.full;
  const text = texts.fitted(bracket.text, gutterWidth - 24);
  const y = top + groupPadding + rowHeight * 1.5 + 0.5;
  ctx.fillText(text, snap(pen, gutterWidth - 14 - texts.width(text)), y);
}
