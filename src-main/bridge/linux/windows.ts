import type { X11Window } from '../../../native/linux/x11';
import type { Point, Rect } from '../../contract/geometry';

/** A window as its program tells it. */
export interface ToldWindow {
  readonly identity: string;
  readonly title: string;
  /** Where it is, or with GTK 4 its size alone. */
  readonly extents: Rect | null;
}

/** How far two pictures of one window may be apart: in each direction, in pixels. */
const tolerance = 4;

/**
 * Which of the X server's windows each is. The server knows no more of a window than its title and place, and programs count with or
 * without what the window manager draws around it.
 *
 * @param sizeAlone the program does not know where its windows are
 */
export function matchWindows(
  told: readonly ToldWindow[],
  shown: readonly X11Window[],
  sizeAlone: boolean,
): ReadonlyMap<string, X11Window> {
  const left = new Set(shown);
  const found = new Map<string, X11Window>();
  for (const window of told) {
    const { extents } = window;
    if (extents === null) continue;
    const best = [...left]
      .filter(({ title }) => window.title === '' || title === '' || title === window.title)
      .map((candidate) => ({ candidate, apart: apartness(extents, candidate, sizeAlone) }))
      .toSorted((a, b) => a.apart - b.apart)[0];
    if (best === undefined || (best.apart > tolerance && best.candidate.title !== window.title)) continue;
    left.delete(best.candidate);
    found.set(window.identity, best.candidate);
  }
  return found;
}

function apartness(extents: Rect, { bounds, content, frame }: X11Window, sizeAlone: boolean): number {
  return Math.min(...[bounds, content, frame].map((rect) => apart(extents, rect, sizeAlone)));
}

function apart(a: Rect, b: Rect, sizeAlone: boolean): number {
  const size = [a.width - b.width, a.height - b.height];
  const place = sizeAlone ? [] : [a.x - b.x, a.y - b.y];
  return Math.max(...[...size, ...place].map(Math.abs));
}

/**
 * Where a window's own coordinates begin: in the rectangle of the window that is nearest to the size it tells. A border that the
 * program draws itself counts as no part of it, and is as wide on all sides.
 */
export function originOf(
  size: { readonly width: number; readonly height: number },
  window: X11Window,
): Point {
  const whole = { x: 0, y: 0, ...size };
  const rects = [window.content, window.bounds];
  const [best = window.content] = rects.toSorted((a, b) => apart(whole, a, true) - apart(whole, b, true));
  return { x: best.x + (best.width - size.width) / 2, y: best.y + (best.height - size.height) / 2 };
}
