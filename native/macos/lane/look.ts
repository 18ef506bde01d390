import { elementAt, isSame, pidOf } from '../accessibility/element';
import { failed, ok } from '../accessibility/outcome';
import type { Frame } from '../accessibility/raw-node';
import { type Element, readAttribute } from '../accessibility/read';
import { readElement } from '../accessibility/read-element';
import { type Scope, withScope } from '../core-foundation/ownership';
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
  const systemWide = ax.cf.call.AXUIElementCreateSystemWide();
  if (systemWide === null) return { at, by: { kind: 'unknown' } };
  const hit = elementAt(ax, scope, scope.own(systemWide), at);
  if (!hit.ok) return { at, by: { kind: 'unknown' } };
  const owner = pidOf(ax, hit.value);
  if (owner.ok && owner.value !== pid) return { at, by: { kind: 'other_program', pid: owner.value } };
  if (isWithin(program, scope, hit.value, element) || isWithin(program, scope, element, hit.value))
    return { at, by: { kind: 'itself' } };
  const read = readElement(ax, identities, scope, hit.value);
  return { at, by: read.ok ? { kind: 'another', element: read.value } : { kind: 'unknown' } };
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
