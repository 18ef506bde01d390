import type { Branch } from '../branch';
import type { Toolkit } from './toolkit';

/** The options of a list, and what a text field has on its edge to be pressed, or opens. */
export function partsOf(role: string, children: readonly Branch[]): readonly Branch[] {
  if (role !== 'textbox') return optionsIn(children);
  return children.filter(({ node }) => ['option', 'button', 'menu'].includes(node.role));
}

/** Those in a group of options too. */
export function optionsIn(inside: readonly Branch[]): readonly Branch[] {
  return inside.flatMap((branch) => (branch.node.role === 'option' ? [branch] : optionsIn(branch.children)));
}

export function hasFocus({ node, children }: Branch): boolean {
  return node.states.includes('focused') || children.some(hasFocus);
}

/** A drop-down list of GTK 4 may show what it tells nobody. */
export function unknownIn(toolkit: Toolkit): string | null {
  return toolkit === 'gtk4' ? null : '';
}

/** What a drop-down list of GTK 4 shows: a text in its button. */
export function shownText(inside: readonly Branch[]): string | null {
  const button = inside.find(({ node }) => node.role === 'button' || node.role === 'text');
  return button === undefined || button.node.name === '' ? null : button.node.name;
}

/** GTK 4 leaves in the name of a thing the mark of the key that it has, and says the text after it: `_Open Open`. */
export function isWithKey(name: string, text: string): boolean {
  if (text === '' || !name.includes('_')) return false;
  const marked = name.endsWith(` ${text}`) ? name.slice(0, -text.length - 1) : name;
  return marked.replace('_', '') === text;
}

/** What the one picture in it shows. */
export function pictured(inside: readonly Branch[]): string {
  const pictures = inside.filter(({ node }) => node.role === 'image');
  return pictures.length === 1 ? (pictures[0]?.node.name ?? '') : '';
}

/** Text that only repeats its parent's name is left out. */
export function withoutEcho(name: string, children: readonly Branch[]): readonly Branch[] {
  const said = squeezed(name);
  const areTexts = children.length > 0 && children.every(({ node }) => node.role === 'text');
  const together = squeezed(children.map(({ node }) => node.name).join(''));
  if (areTexts && said === together) return [];
  return children.filter(({ node }) => node.role !== 'text' || squeezed(node.name) !== said);
}

/** What holds one thing and says no more than that adds nothing to it. */
export function isShell({ node, children }: Branch): boolean {
  const [only, ...more] = children;
  if (only === undefined || more.length > 0) return false;
  // A button that opens a menu has with GTK 4 another one in it, which is the one to press.
  if (node.role === 'button' && node.name === '') return only.node.role === 'button';
  return node.role === 'cell' && only.node.name === node.name;
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
