import type { AttributeName } from '../accessibility/names';
import { ok } from '../accessibility/outcome';
import { readAttributes } from '../accessibility/read';
import { readElement } from '../accessibility/read-element';
import { slotsOf } from '../accessibility/slots';
import { withScope } from '../core-foundation/ownership';
import type { Program } from './program';
import type { Focused } from './replies';

const asked: readonly AttributeName[] = ['AXFrontmost', 'AXFocusedUIElement'];

/** What the program's keys go to. */
export function focusOf({ ax, identities, application }: Program): Focused {
  return withScope(ax.cf, (scope) => {
    const read = readAttributes(ax, scope, application, asked);
    if (!read.ok) return read;
    const slots = slotsOf(asked, read.value);
    const frontmost = slots.truth('AXFrontmost') ?? false;
    const focused = slots.element('AXFocusedUIElement');
    if (focused === null) return ok({ frontmost, element: null });
    const element = readElement(ax, identities, scope, focused);
    return element.ok ? ok({ frontmost, element: element.value }) : element;
  });
}
