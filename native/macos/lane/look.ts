import type { Ax } from '../accessibility/ax';
import { elementAt, isSame, pidOf } from '../accessibility/element';
import { type AxResult, failed, ok } from '../accessibility/outcome';
import type { Frame } from '../accessibility/raw-node';
import type { Element } from '../accessibility/read';
import { readElement } from '../accessibility/read-element';
import { type Scope, withScope } from '../core-foundation/ownership';
import type { CGPoint } from '../declarations/c-type';
import { ancestryOf, seenOf } from './ancestry';
import { modalBefore } from './modal-before';
import type { Program } from './program';
import type { Hit, Looked } from './replies';

/** Reads one element afresh, what of it is seen, who is hit in the middle of that, and what stands in front of it. */
export function lookAt(program: Program, identity: string): Looked {
  const { ax, identities } = program;
  return withScope(ax.cf, (scope) => {
    const known = identities.find(identity);
    if (known === null) return failed('InvalidUIElement');
    // A count of its own: to name what is hit may forget the oldest.
    const element = scope.retain(known);
    const read = readElement(ax, identities, scope, element);
    if (!read.ok) return read;
    const ancestry = ancestryOf(ax, scope, element);
    const seen = seenOf(ancestry);
    return ok({
      element: read.value,
      seen,
      hit: seen === null ? null : hitOf(program, scope, element, seen),
      modal: modalBefore(program, scope, ancestry),
    });
  });
}

function hitOf(program: Program, scope: Scope, element: Element, seen: Frame): Hit {
  const { ax, identities, pid } = program;
  const at = { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
  const hit = topmostAt(ax, scope, at);
  if (!hit.ok) return { at, by: { kind: 'unknown' } };
  const owner = pidOf(ax, hit.value);
  if (owner.ok && owner.value !== pid) return { at, by: { kind: 'other_program', pid: owner.value } };
  if (isWithin(ax, scope, hit.value, element) || isWithin(ax, scope, element, hit.value))
    return { at, by: { kind: 'itself' } };
  const read = readElement(ax, identities, scope, hit.value);
  return { at, by: read.ok ? { kind: 'another', element: read.value } : { kind: 'unknown' } };
}

/** The topmost element of whatever program: only then is it known what a pointer would hit. */
function topmostAt(ax: Ax, scope: Scope, at: CGPoint): AxResult<Element> {
  const systemWide = ax.cf.call.AXUIElementCreateSystemWide();
  return systemWide === null ? failed('Failure') : elementAt(ax, scope, scope.own(systemWide), at);
}

/** @returns null where another program is hit there, or nothing at all */
export function lookAtPoint({ ax, identities, pid }: Program, at: CGPoint): AxResult<string[] | null> {
  return withScope(ax.cf, (scope) => {
    const hit = topmostAt(ax, scope, at);
    if (!hit.ok) return hit.failure.problem === 'no_value' ? ok(null) : hit;
    const owner = pidOf(ax, hit.value);
    if (!owner.ok) return owner;
    if (owner.value !== pid) return ok(null);
    return ok(ancestryOf(ax, scope, hit.value).map(({ element }) => identities.nameOf(element)));
  });
}

/** A program may answer with a part of what was meant, or with a group around it. */
function isWithin(ax: Ax, scope: Scope, inner: Element, outer: Element): boolean {
  return ancestryOf(ax, scope, inner).some(({ element }) => isSame(ax, element, outer));
}
