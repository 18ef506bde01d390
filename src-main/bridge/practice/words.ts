import type { NodeState } from '../../contract/accessibility';
import type { AxNode } from './cdp-answers';

/** Chromium's words that differ from ours; all others stand as they are. */
const roleWords: Readonly<Record<string, string>> = {
  RootWebArea: 'window',
  Date: 'datefield',
  DescriptionList: 'list',
  StaticText: 'text',
  paragraph: 'text',
  PopUpButton: 'combobox',
  ListBox: 'listbox',
  ListBoxOption: 'option',
  modalDialog: 'dialog',
};

/** Chromium's own word. */
export function rawRole(node: AxNode): string {
  return textOf(node.role?.value);
}

export function roleWord(node: AxNode): string {
  const role = rawRole(node);
  return roleWords[role] ?? role;
}

export function nameWord(node: AxNode): string {
  return textOf(node.name?.value);
}

/** Fields tell an empty value by leaving it out; other things have none. */
const fields = new Set(['textbox', 'searchbox', 'combobox', 'datefield', 'spinbutton']);

/** null for a secure field, before anything of its value is looked at. */
export function valueWord(node: AxNode, secure: boolean): string | null {
  if (secure) return null;
  const value = node.value?.value;
  if (value === undefined || value === null) return fields.has(roleWord(node)) ? '' : null;
  return textOf(value);
}

/** Properties that are a state of ours where they are true. */
const plainStates: readonly NodeState[] = [
  'busy',
  'disabled',
  'focusable',
  'focused',
  'modal',
  'multiselectable',
  'readonly',
  'required',
  'selected',
];

/** Sorted. `offscreen` is not among them: that is for whoever knows the boxes. */
export function stateWords(node: AxNode, secure: boolean): NodeState[] {
  const property = new Map(node.properties.map(({ name, value }) => [name, value.value]));
  const states: NodeState[] = plainStates.filter((state) => isTrue(property.get(state)));
  const checked = property.get('checked');
  const pressed = property.get('pressed');
  const invalid = property.get('invalid');
  if (isTrue(checked)) states.push('checked');
  if (isTrue(pressed)) states.push('pressed');
  if (checked === 'mixed' || pressed === 'mixed') states.push('mixed');
  if (property.get('expanded') === true) states.push('expanded');
  if (property.get('expanded') === false) states.push('collapsed');
  if (property.has('editable')) states.push('editable');
  if (invalid !== undefined && invalid !== false && invalid !== 'false') states.push('invalid');
  if (secure) states.push('secure');
  return states.sort();
}

/** Chromium writes true in three ways; `busy` is 1. */
function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === 'true';
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
