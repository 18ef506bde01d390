/** What goes back to a model at once: more than this drowns what matters. */
export const mostLines = 400;
export const mostCharacters = 30_000;

export interface CutLines {
  readonly lines: readonly string[];
  /** 1-based number of the first line that was left out; null where none was. */
  readonly next: number | null;
}

/** As many whole lines from the 1-based `from` on as may go back at once, but at least one. */
export function cutLines(lines: readonly string[], from: number): CutLines {
  const kept: string[] = [];
  let characters = 0;
  for (const line of lines.slice(from - 1)) {
    characters += line.length + 1;
    if (kept.length > 0 && (kept.length === mostLines || characters > mostCharacters)) break;
    kept.push(line);
  }
  const next = from + kept.length;
  return { lines: kept, next: next <= lines.length ? next : null };
}

/** For text that has a heading of its own and can't be paged: what came back with a write. */
export function cutText(text: string, howToSeeTheRest: string): string {
  const all = text.split('\n');
  const { lines, next } = cutLines(all, 1);
  const whole = lines.join('\n');
  const shown = whole.slice(0, mostCharacters);
  if (next === null && shown.length === text.length) return text;
  const missing =
    shown.length === whole.length
      ? `${all.length - lines.length} of ${all.length} lines`
      : `${text.length - shown.length} of ${text.length} characters`;
  return `${shown}\n(cut: ${missing} are left out. ${howToSeeTheRest})`;
}
