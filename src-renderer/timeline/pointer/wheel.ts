/** What a turn of the wheel means. */
export type WheelMove =
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly by: number }
  | { readonly kind: 'scroll'; readonly by: number };

/** A WheelEvent, as far as it matters here. */
export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const linePixels = 22;
const pagePixels = 240;

/** A pinch comes as a wheel with Ctrl; a trackpad says both axes, of which the longer one counts. */
export function wheelMove(turn: WheelTurn): WheelMove {
  const unit = turn.deltaMode === 1 ? linePixels : turn.deltaMode === 2 ? pagePixels : 1;
  const x = turn.deltaX * unit;
  const y = turn.deltaY * unit;
  if (turn.ctrlKey || turn.metaKey) {
    const by = Math.min(Math.max(y, -120), 120);
    return { kind: 'zoom', factor: Math.exp(by * (Math.abs(y) < 30 ? 0.01 : 0.0035)) };
  }
  if (turn.shiftKey) return { kind: 'pan', by: x === 0 ? y : x };
  return Math.abs(x) > Math.abs(y) ? { kind: 'pan', by: x } : { kind: 'scroll', by: y };
}
