import type { PracticeElement } from '@contract/practice-record';

/** By the words that the page itself gives an element: its tag, its label, its text. */
export function describeElement(element: Element): PracticeElement {
  return { role: roleOf(element), name: nameOf(element) };
}

function roleOf(element: Element): string {
  const stated = element.getAttribute('role');
  if (stated !== null) return stated;
  if (element instanceof HTMLInputElement) return inputRole(element);
  if (element instanceof HTMLSelectElement) return 'combobox';
  if (element instanceof HTMLTextAreaElement) return 'textbox';
  if (element instanceof HTMLTableRowElement) return 'row';
  return element.localName;
}

function inputRole(input: HTMLInputElement): string {
  switch (input.type) {
    case 'checkbox':
      return 'checkbox';
    case 'search':
      return 'searchbox';
    case 'date':
      return 'datefield';
    default:
      return 'textbox';
  }
}

function nameOf(element: Element): string {
  const stated = element.getAttribute('aria-label');
  if (stated !== null) return stated;
  if (isField(element)) return textOf(element.labels?.item(0) ?? element);
  if (element instanceof HTMLTableRowElement) return [...element.cells].map(textOf).join(' ');
  return textOf(element);
}

export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function isField(element: Element): element is Field {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

function textOf(element: Element): string {
  return element.textContent.trim();
}
