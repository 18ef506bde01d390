/** What there is of an icon, by its size in pixels. */
export interface IconSize {
  readonly width: number;
  readonly height: number;
}

/** RGBA, line by line from the top. */
export interface Pixels extends IconSize {
  readonly rgba: Uint8Array;
}

/** Twice as large as a list shows it, for screens that have two pixels where others have one. */
export const wantedSide = 32;

/** The smallest that is large enough, or else the largest. */
export function bestOf<T extends IconSize>(sizes: readonly T[]): T | null {
  const side = ({ width, height }: T) => Math.min(width, height);
  const rising = sizes.toSorted((one, other) => side(one) - side(other));
  return rising.find((each) => side(each) >= wantedSide) ?? rising.at(-1) ?? null;
}

/**
 * Made smaller where it is at least twice as large as wanted: each pixel is what several were together, where what cannot be seen
 * does not count.
 * @param words of _NET_WM_ICON: alpha, red, green and blue in one number, line by line from the top
 */
export function shrunk({ width, height }: IconSize, words: readonly number[]): Pixels {
  const factor = Math.max(1, Math.floor(Math.min(width, height) / wantedSide));
  const [columns, lines] = [Math.floor(width / factor), Math.floor(height / factor)];
  const rgba = new Uint8Array(columns * lines * 4);
  for (let line = 0; line < lines; line += 1) {
    for (let column = 0; column < columns; column += 1) {
      const block = Array.from({ length: factor * factor }, (_, n) => {
        const y = line * factor + Math.floor(n / factor);
        return words[y * width + column * factor + (n % factor)] ?? 0;
      });
      rgba.set(together(block), (line * columns + column) * 4);
    }
  }
  return { width: columns, height: lines, rgba };
}

function together(block: readonly number[]): readonly number[] {
  const alpha = block.reduce((sum, word) => sum + (word >>> 24), 0);
  if (alpha === 0) return [0, 0, 0, 0];
  const part = (shift: number) =>
    Math.round(block.reduce((sum, word) => sum + ((word >>> shift) & 0xff) * (word >>> 24), 0) / alpha);
  return [part(16), part(8), part(0), Math.round(alpha / block.length)];
}
