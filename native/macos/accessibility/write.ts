import type { Held } from '../core-foundation/ownership';
import type { Out } from '../declarations/c-type';
import type { CFTypeRef } from '../declarations/refs';
import type { Ax } from './ax';
import type { ActionName, AttributeName } from './names';
import { type AxResult, failureOf, ok, type WriteOutcome, writeOutcomeOf } from './outcome';
import type { Element } from './read';

/** An action that opens a menu or a modal may not be answered before that is closed again: the outcome is then unknown. */
export function performAction(ax: Ax, element: Element, name: ActionName): WriteOutcome {
  return writeOutcomeOf(ax.cf.call.AXUIElementPerformAction(element.ref, ax.name(name).ref));
}

export function setAttribute(
  ax: Ax,
  element: Element,
  name: AttributeName,
  value: Held<CFTypeRef>,
): WriteOutcome {
  return writeOutcomeOf(ax.cf.call.AXUIElementSetAttributeValue(element.ref, ax.name(name).ref, value.ref));
}

export function isSettable(ax: Ax, element: Element, name: AttributeName): AxResult<boolean> {
  const out: Out<number> = [null];
  const code = ax.cf.call.AXUIElementIsAttributeSettable(element.ref, ax.name(name).ref, out);
  return failureOf(code) ?? ok(out[0] !== null && out[0] !== 0);
}
