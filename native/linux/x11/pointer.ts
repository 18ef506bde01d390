import type { Hands } from './hands';
import type { Point } from './window-at';

export type Button = 'left' | 'middle' | 'right';

const numbers = { left: 1, middle: 2, right: 3 } as const satisfies Record<Button, number>;

/** The wheel is four buttons. */
const wheel = { up: 4, down: 5, left: 6, right: 7 } as const;

export async function movePointer(hands: Hands, to: Point): Promise<void> {
  hands.move(to);
  await hands.done();
}

/** Moves there first. Two clicks are a double click: nothing is between them. */
export async function click(hands: Hands, at: Point, button: Button, clicks: number): Promise<void> {
  hands.move(at);
  pressTimes(hands, numbers[button], clicks);
  await hands.done();
}

/** @param notches of a wheel, to the right and down where positive; rounded away from 0 */
export async function scroll(
  hands: Hands,
  at: Point,
  notches: { readonly x: number; readonly y: number },
): Promise<void> {
  hands.move(at);
  pressTimes(hands, notches.y < 0 ? wheel.up : wheel.down, Math.ceil(Math.abs(notches.y)));
  pressTimes(hands, notches.x < 0 ? wheel.left : wheel.right, Math.ceil(Math.abs(notches.x)));
  await hands.done();
}

function pressTimes(hands: Hands, button: number, times: number): void {
  for (let n = 0; n < times; n += 1) {
    hands.button(button, true);
    hands.button(button, false);
  }
}
