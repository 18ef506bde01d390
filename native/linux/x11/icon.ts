import type { Connection } from './connection';
import { bestOf, type IconSize, shrunk } from './icon-pixels';
import { encodePng } from './png';
import { numbersIn } from './property';

const PROPERTY = '_NET_WM_ICON';

/** Programs offer a handful of sizes; one that claims more is not asked any longer. */
const MOST_SIZES = 16;

/** Larger ones are not read: a quarter of a megabyte. */
const LARGEST_SIDE = 256;

interface Offered extends IconSize {
  /** Where its pixels begin, in words. */
  readonly at: number;
}

/**
 * What a window manager would show of a window, as a PNG; null where the program gives it none.
 * @throws NoReply window_gone
 */
export async function iconOf(connection: Connection, window: number): Promise<Uint8Array | null> {
  const best = bestOf(await offeredBy(connection, window));
  if (best === null) return null;
  const count = best.width * best.height;
  const { numbers } = await numbersIn(connection, window, PROPERTY, best.at, count);
  if (numbers.length < count) return null;
  const { width, height, rgba } = shrunk(best, numbers);
  return encodePng(width, height, rgba, 'rgba');
}

/** Each begins with its width and height. */
async function offeredBy(connection: Connection, window: number): Promise<readonly Offered[]> {
  const offered: Offered[] = [];
  let at = 0;
  for (let size = 0; size < MOST_SIZES; size += 1) {
    const { numbers, left } = await numbersIn(connection, window, PROPERTY, at, 2);
    const [width = 0, height = 0] = numbers;
    const pixels = width * height;
    if (pixels === 0 || pixels > left) break;
    if (Math.max(width, height) <= LARGEST_SIDE) offered.push({ width, height, at: at + 2 });
    if (pixels === left) break;
    at += 2 + pixels;
  }
  return offered;
}
