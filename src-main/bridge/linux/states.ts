import { hasState, type RawNode, type StateWord } from '../../../native/linux/atspi';
import type { NodeState } from '../../contract/accessibility';

/** States that mean the same in both, by AT-SPI's word. */
const plain: readonly (readonly [StateWord, NodeState])[] = [
  ['busy', 'busy'],
  ['focusable', 'focusable'],
  ['focused', 'focused'],
  ['invalid_entry', 'invalid'],
  ['multiselectable', 'multiselectable'],
  ['required', 'required'],
  ['selected', 'selected'],
];

const fields: ReadonlySet<string> = new Set(['textbox', 'spinbutton', 'combobox']);

/** Sorted. @param role in our words */
export function statesOf(
  { states, interfaces, role: raw }: Pick<RawNode, 'states' | 'interfaces' | 'role'>,
  role: string,
  more: readonly NodeState[] = [],
): readonly NodeState[] {
  const has = (word: StateWord) => hasState(states, word);
  const told = new Set<NodeState>(more);
  for (const [theirs, ours] of plain) if (has(theirs)) told.add(ours);
  if (interfaces.has('Component') && !has('sensitive') && !has('enabled')) told.add('disabled');
  // What unfolds is told by that alone, though GTK 3 calls it checked too.
  if (has('checked') && !(role === 'button' && has('expandable')))
    told.add(role === 'button' ? 'pressed' : 'checked');
  if (has('pressed') && role === 'button') told.add('pressed');
  if (has('indeterminate') && (role === 'checkbox' || role === 'radio' || role === 'button'))
    told.add('mixed');
  if (has('expanded')) told.add('expanded');
  else if (has('expandable')) told.add('collapsed');
  if (fields.has(role) && interfaces.has('Text'))
    told.add(has('editable') && !has('read_only') ? 'editable' : 'readonly');
  if (raw === 'password_text') told.add('secure');
  return [...told].sort();
}
