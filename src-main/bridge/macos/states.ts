import type { RawElement, RawValue } from '../../../native/macos';
import type { NodeState } from '../../contract/accessibility';

type Stated = Pick<RawElement, 'role' | 'subrole' | 'states' | 'value'>;

const written: ReadonlySet<string> = new Set(['textbox', 'searchbox', 'datefield', 'spinbutton']);

/** Sorted. @param role in our words @param more what only those around it know */
export function statesOf(raw: Stated, role: string, more: readonly NodeState[] = []): NodeState[] {
  const { states, value } = raw;
  const told = new Set<NodeState>(more);
  if (!states.enabled) told.add('disabled');
  if (states.focused) told.add('focused');
  if (states.selected) told.add('selected');
  if (states.busy) told.add('busy');
  if (states.required) told.add('required');
  if (states.modal || raw.role === 'AXSheet') told.add('modal');
  if (states.expanded !== null) told.add(states.expanded ? 'expanded' : 'collapsed');
  const isWritten = written.has(role) || raw.role === 'AXComboBox';
  if (isWritten && states.settable !== null) told.add(states.settable ? 'editable' : 'readonly');
  if (value.kind === 'secret' && isWritten) told.add('secure');
  for (const state of switched(raw, role)) told.add(state);
  return [...told].sort();
}

/** What is on or off says so in its value. */
function switched({ role: theirs, subrole, value }: Stated, role: string): readonly NodeState[] {
  const isMixed = value.kind === 'number' && value.number === 2;
  if (theirs === 'AXDisclosureTriangle') return [isOn(value) ? 'expanded' : 'collapsed'];
  if (role === 'checkbox' || role === 'switch' || role === 'radio')
    return isMixed ? ['mixed'] : isOn(value) ? ['checked'] : [];
  if (role === 'tab') return isOn(value) ? ['selected'] : [];
  if (subrole === 'AXToggle') return isOn(value) ? ['pressed'] : [];
  return [];
}

function isOn(value: RawValue): boolean {
  return (value.kind === 'number' && value.number === 1) || (value.kind === 'boolean' && value.boolean);
}
