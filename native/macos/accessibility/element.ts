import type { Owned, Scope } from '../core-foundation/ownership';
import type { CGPoint, Out } from '../declarations/c-type';
import type { AXUIElementRef } from '../declarations/refs';
import type { Ax } from './ax';
import { type AxResult, failed, failureOf, ok } from './outcome';
import { copied, type Element } from './read';

/** Says nothing of whether there is such a process: the first read does. */
export function applicationOf(ax: Ax, scope: Scope, pid: number): AxResult<Owned<AXUIElementRef>> {
  const ref = ax.cf.call.AXUIElementCreateApplication(pid);
  return ref === null ? failed('Failure') : ok(scope.own(ref));
}

/** @param within an application, or the element for the whole system */
export function elementAt(
  ax: Ax,
  scope: Scope,
  within: Element,
  { x, y }: CGPoint,
): AxResult<Owned<AXUIElementRef>> {
  const out: Out<AXUIElementRef> = [null];
  return copied(scope, ax.cf.call.AXUIElementCopyElementAtPosition(within.ref, x, y, out), out);
}

export function pidOf(ax: Ax, element: Element): AxResult<number> {
  const out: Out<number> = [null];
  const code = ax.cf.call.AXUIElementGetPid(element.ref, out);
  return failureOf(code) ?? (out[0] === null ? failed('Failure') : ok(out[0]));
}

/** Two references are often given for one element: their addresses say nothing. */
export function isSame(ax: Ax, one: Element, other: Element): boolean {
  return ax.cf.call.CFEqual(one.ref, other.ref) !== 0;
}
