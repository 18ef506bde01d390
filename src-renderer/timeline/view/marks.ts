import type { Mark } from './view-store';

/** Sets a mark at a moment, or clears the one that stands there. @param reach milliseconds that count as there */
export function toggledMark(marks: readonly Mark[], time: number, reach: number): Mark[] {
  const near = marks.find((mark) => Math.abs(mark.time - time) <= reach);
  if (near !== undefined) return marks.filter((mark) => mark !== near);
  return [...marks, { name: freeName(marks), time }].sort((a, b) => a.time - b.time);
}

/** A to Z, then A2 and on. */
function freeName(marks: readonly Mark[]): string {
  const taken = new Set(marks.map((mark) => mark.name));
  for (let at = 0; ; at += 1) {
    const round = Math.floor(at / 26);
    const name = `${String.fromCharCode(65 + (at % 26))}${round === 0 ? '' : round + 1}`;
    if (!taken.has(name)) return name;
  }
}
