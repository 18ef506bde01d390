import { type Answer, answer } from './answer';
import type { Point } from './component';
import type { Line, Patience } from './line';
import { elementAtPoint } from './look';

/** More than any tree is deep. */
const deepest = 100;

/**
 * As `elementAtPoint`, down to the element that holds no other there. GTK 3 names the next child alone, and is asked again and
 * again; null where the window itself has nothing there.
 */
export async function innermostAt(
  line: Line,
  within: string,
  point: Point,
  patience: Patience,
): Promise<Answer<string | null>> {
  let found: string | null = null;
  for (let depth = 0; depth < deepest; depth += 1) {
    const next = await elementAtPoint(line, found ?? within, point, patience);
    if (!next.ok) return found === null ? next : answer(found);
    if (next.value === null || next.value === found || next.value === within) break;
    found = next.value;
  }
  return answer(found);
}
