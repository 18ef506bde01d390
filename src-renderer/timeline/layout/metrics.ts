/** Sizes of the timeline in device-independent pixels; on the 4 px scale where they stack. */
export const minimapHeight = 40;
export const rulerHeight = 24;
/** Where the turns begin, from the canvas' top. */
export const bodyTop = minimapHeight + rulerHeight;
/** Turn numbers and brackets stand to the left of the time axis. */
export const gutterWidth = 144;

/** How far each level of agents under agents is moved in. */
export const indent = 10;
/** Where the gutter's text begins. */
export const gutterText = 12;
/** Wide enough for the arrow that folds an agent's turns. */
export const foldWidth = 14;

export const rowHeight = 22;
export const barTop = 2;
export const barHeight = 16;
/** The thin line that says a call waits, right beneath the row's bars. */
export const leadTop = 18;
export const leadHeight = 3;
export const groupPadding = 4;

/** A call that never ran has no width in time; this is how wide its outline is. */
export const neverRanWidth = 12;
/** Narrower than this, neighbours of one lane become one. */
export const leastBar = 2;

export function groupHeight(callLanes: number): number {
  return 2 * groupPadding + (1 + callLanes) * rowHeight;
}
