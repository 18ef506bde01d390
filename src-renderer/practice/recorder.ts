import type { SupportDesk } from '@contract/practice-channel';
import type { PracticeEntry } from '@contract/practice-record';
import { describeElement, type Field, isField } from './describe-element';

declare global {
  interface Window {
    /** Absent where the page is opened outside of the practice window. */
    readonly supportDesk?: SupportDesk;
  }
}

const pressable = 'button, [role^=menuitem]';

/**
 * Tells what really happened to which element, from trusted DOM events, before the page handles them: independent of the
 * accessibility tree, so that it can show a write that went astray.
 */
export function startRecording(page: Document, happened: (entry: PracticeEntry) => void): void {
  const pressed = (event: Event) => {
    if (!event.isTrusted || !(event.target instanceof Element)) return;
    const element = event.target.closest(pressable) ?? event.target.closest('tbody tr');
    if (element !== null) happened({ kind: 'pressed', element: describeElement(element) });
  };
  const changed = (event: Event) => {
    if (!event.isTrusted || !(event.target instanceof Element) || !isField(event.target)) return;
    happened({ kind: 'changed', element: describeElement(event.target), value: valueOf(event.target) });
  };
  page.addEventListener('click', pressed, { capture: true });
  page.addEventListener('input', changed, { capture: true });
  page.addEventListener('change', changed, { capture: true });
}

/** null for a secure field, whose value is never read. */
function valueOf(field: Field): string | null {
  if (!(field instanceof HTMLInputElement)) return field.value;
  if (field.type === 'password') return null;
  return field.type === 'checkbox' ? String(field.checked) : field.value;
}
