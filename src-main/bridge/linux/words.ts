import type { RawNode } from '../../../native/linux/atspi';
import type { Toolkit } from './toolkit';

/** GTK 4 gives the name of the class where nobody gave one. */
const className = /^(?:Gtk|Adw)[A-Z][A-Za-z0-9]*$/;

/** GTK 4's own words for what a label inside of it names. */
const fillers: ReadonlySet<string> = new Set(['Tab', 'Tab list', 'No description']);

/** GTK 3 calls a thing that shows an icon by the icon's file. */
const iconFile = /^[a-z0-9-]+-symbolic$/;

/** What the element itself says that it is called; empty where it does not, or where the toolkit made it up. */
export function ownName(
  { name, description }: Pick<RawNode, 'name' | 'description'>,
  toolkit: Toolkit,
): string {
  const said = name.trim();
  const isMadeUp =
    toolkit === 'gtk4'
      ? className.test(said) || fillers.has(said)
      : toolkit === 'gtk3' && iconFile.test(said);
  if (!isMadeUp) return said;
  const described = description.trim();
  return fillers.has(described) || className.test(described) ? '' : described;
}

/** As a person would write it: floating-point noise is left out. */
export function numberWord(number: number): string {
  return String(Math.round(number * 1e6) / 1e6);
}

/** What the element itself holds; null for a secure field, whatever was told. */
export function ownValue({ role, value }: Pick<RawNode, 'role' | 'value'>): string | null {
  if (role === 'password_text' || value === null) return null;
  return value.kind === 'text' ? value.text : numberWord(value.number);
}
