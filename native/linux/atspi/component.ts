import { asRef } from './ref';
import { method } from './request';
import { asBoolean, asNumber, asTuple, type Read } from './wire';

const of = 'Component';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels. */
export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

const asRect: Read<Rect> = (value) => {
  const [x, y, width, height] = asTuple(value, 4);
  return { x: asNumber(x), y: asNumber(y), width: asNumber(width), height: asNumber(height) };
};

export function sameRect(one: Rect | null, other: Rect | null): boolean {
  if (one === null || other === null) return one === other;
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}

/** AtspiCoordType. GTK 4 and programs on Wayland count from the window whatever they are asked. */
const screen = 0;

/** Where in the visible part an element is scrolled to: AtspiScrollType's `anywhere`, as little as needed. */
const anywhere = 6;

export const getExtents = method(of, 'GetExtents', asRect, 'u', [screen]);
export const grabFocus = method(of, 'GrabFocus', asBoolean);
export const scrollTo = method(of, 'ScrollTo', asBoolean, 'u', [anywhere]);

/** Such that its top left corner comes to lie there, as far as the page goes. */
export function scrollToPoint({ x, y }: Point) {
  return method(of, 'ScrollToPoint', asBoolean, 'uii', [screen, Math.round(x), Math.round(y)]);
}

export function getAccessibleAtPoint({ x, y }: Point) {
  return method(of, 'GetAccessibleAtPoint', asRef, 'iiu', [Math.round(x), Math.round(y), screen]);
}
