import type { Ax } from '../accessibility/ax';
import { isSame } from '../accessibility/element';
import type { AttributeName } from '../accessibility/names';
import type { RawElement } from '../accessibility/raw-node';
import { type Element, readAttributes, readElements } from '../accessibility/read';
import { readElement } from '../accessibility/read-element';
import { slotsOf } from '../accessibility/slots';
import type { Scope } from '../core-foundation/ownership';
import type { Ancestor } from './ancestry';
import type { Program } from './program';

const asked: readonly AttributeName[] = ['AXRole', 'AXModal'];
const mostWindows = 40;
const mostInAWindow = 100;

/** The frontmost modal window that the element is not in, or the sheet over the window that it is in. */
export function modalBefore(
  { ax, identities, application }: Program,
  scope: Scope,
  path: readonly Ancestor[],
): RawElement | null {
  const isAround = (one: Element) => path.some(({ element }) => isSame(ax, element, one));
  const find = (of: Element, name: AttributeName, limit: number, fits: Fits): Element | null => {
    const all = readElements(ax, scope, of, name, limit);
    return all.ok ? (all.value.find((one) => fits(traitsOf(ax, scope, one))) ?? null) : null;
  };
  const told = (found: Element | null): RawElement | null => {
    if (found === null || isAround(found)) return null;
    const read = readElement(ax, identities, scope, found);
    return read.ok ? read.value : null;
  };
  const window = path.find(({ role }) => role === 'AXWindow');
  if (window === undefined) return null;
  return (
    told(find(application, 'AXWindows', mostWindows, ({ modal }) => modal)) ??
    told(find(window.element, 'AXChildren', mostInAWindow, ({ role }) => role === 'AXSheet'))
  );
}

interface Traits {
  readonly role: string;
  readonly modal: boolean;
}
type Fits = (traits: Traits) => boolean;

function traitsOf(ax: Ax, scope: Scope, element: Element): Traits {
  const read = readAttributes(ax, scope, element, asked);
  if (!read.ok) return { role: '', modal: false };
  const slots = slotsOf(asked, read.value);
  return { role: slots.text('AXRole'), modal: slots.truth('AXModal') ?? false };
}
