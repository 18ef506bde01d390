/** 1 is 13 px. Ascending. */
export const textScales = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;

/** The next one up or down; the same where there is none. */
export function besideScale(scale: number, direction: 'larger' | 'smaller'): number {
  const beside =
    direction === 'larger'
      ? textScales.find((each) => each > scale)
      : textScales.findLast((each) => each < scale);
  return beside ?? scale;
}
