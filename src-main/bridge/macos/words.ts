import type { RawElement, RawValue } from '../../../native/macos';
import { fields, holders, labelled } from './shape';

type Named = Pick<RawElement, 'role' | 'subrole' | 'names' | 'help' | 'value'>;

/** What the buttons of a title bar are called, which have pictures alone. */
const titleBar: Readonly<Record<string, string>> = {
  AXCloseButton: 'Close',
  AXMinimizeButton: 'Minimize',
  AXZoomButton: 'Zoom',
  AXFullScreenButton: 'Full screen',
};

/** What the element itself says that it is called; empty where it does not. @param role in our words */
export function ownName({ role: theirs, subrole, names, help, value }: Named, role: string): string {
  const { title, description, titleElement, placeholder } = names;
  if (theirs === 'AXStaticText' || theirs === 'AXHeading')
    return (textOf(value) || title || description).trim();
  const said = (title || description || titleElement || placeholder).trim();
  // A pop-up button often has what is chosen in it for its title.
  if (role === 'combobox' && said !== '' && said === textOf(value)) return titleElement.trim();
  if (said !== '') return said;
  return titleBar[subrole] ?? (labelled.has(role) ? help.trim() : '');
}

function textOf(value: RawValue): string {
  return value.kind === 'text' ? value.text : '';
}

/** What the element holds; null for a secure field, and for what holds nothing by its nature. @param role in our words */
export function ownValue(value: RawValue, role: string): string | null {
  if (!holders.has(role)) return null;
  switch (value.kind) {
    case 'secret':
      return null;
    case 'none':
      return fields.has(role) ? '' : null;
    case 'text':
      return value.text;
    case 'number':
      return numberWord(value.number);
    case 'boolean':
      return String(value.boolean);
  }
}

/** As a person would write it: floating-point noise is left out. */
export function numberWord(number: number): string {
  return String(Math.round(number * 1e6) / 1e6);
}

/** What the author called it; null for what the system's tools made up, which no author chose. */
export function identifierOf(identifier: string): string | null {
  return identifier === '' || /^_NS:\d+$/.test(identifier) ? null : identifier;
}
