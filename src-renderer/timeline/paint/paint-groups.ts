import { duration } from '../../widgets/units';
import { bodyTop, groupPadding, gutterWidth, leadHeight, rowHeight } from '../layout/metrics';
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
    ctx.fillStyle = palette.text;
    ctx.font = palette.strongFont;
    ctx.fillText(`Turn ${group.turn}`, 12, middle);
    ctx.font = palette.font;
    if (group.duration !== null) {
      const took = duration(group.duration);
      ctx.fillStyle = palette.muted;
      ctx.fillText(took, snap(pen, gutterWidth - 12 - texts.width(took)), middle);
    }
    paintBracket(pen, group);
    ctx.fillStyle = palette.line;
    horizontalLine(pen, group.top + group.height, 0, gutterWidth);
  }
  ctx.fillStyle = palette.line;
  verticalLine(pen, gutterWidth - 1, bodyTop, height);
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
