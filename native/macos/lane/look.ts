import type { Ax } from '../accessibility/ax';
import { elementAt, isSame, pidOf } from '../accessibility/element';
import { type AxResult, failed, ok } from '../accessibility/outcome';
import type { Frame, RawElement } from '../accessibility/raw-node';
import { type Element, readAttribute } from '../accessibility/read';
import { readElement } from '../accessibility/read-element';
import { type Scope, withScope } from '../core-foundation/ownership';
import type { CGPoint } from '../declarations/c-type';
import type { Program } from './program';
import type { Hit, Looked } from './replies';

/** Reads one element afresh, and who is hit in the middle of it. */
export function lookAt(program: Program, identity: string): Looked {
  const { ax, identities } = program;
  return withScope(ax.cf, (scope) => {
    const known = identities.find(identity);
    if (known === null) return failed('InvalidUIElement');
    // A count of its own: to name what is hit may forget the oldest.
    const element = scope.retain(known);
    const read = readElement(ax, identities, scope, element);
    if (!read.ok) return read;
    const { frame } = read.value;
    return ok({ element: read.value, hit: frame === null ? null : hitOf(program, scope, element, frame) });
  });
}

function hitOf(program: Program, scope: Scope, element: Element, frame: Frame): Hit {
  const { ax, identities, pid } = program;
  const at = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  const hit = topmostAt(ax, scope, at);
  if (!hit.ok) return { at, by: { kind: 'unknown' } };
  const owner = pidOf(ax, hit.value);
  if (owner.ok && owner.value !== pid) return { at, by: { kind: 'other_program', pid: owner.value } };
  if (isWithin(program, scope, hit.value, element) || isWithin(program, scope, element, hit.value))
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
export function lookAtPoint({ ax, identities, pid }: Program, at: CGPoint): AxResult<RawElement | null> {
  return withScope(ax.cf, (scope) => {
    const hit = topmostAt(ax, scope, at);
    if (!hit.ok) return hit.failure.problem === 'no_value' ? ok(null) : hit;
    const owner = pidOf(ax, hit.value);
    if (!owner.ok) return owner;
    return owner.value === pid ? readElement(ax, identities, scope, hit.value) : ok(null);
  });
}

/** Deeper than any real tree; a program may tell of a circle. */
const deepest = 60;

/** A program may answer with a part of what was meant, or with a group around it. */
function isWithin({ ax }: Program, scope: Scope, inner: Element, outer: Element): boolean {
  let at = inner;
  for (let depth = 0; depth < deepest; depth += 1) {
    if (isSame(ax, at, outer)) return true;
    const parent = readAttribute(ax, scope, at, 'AXParent');
    if (!parent.ok || parent.value.kind !== 'element') return false;
    at = parent.value.element;
  }
  return false;
}
