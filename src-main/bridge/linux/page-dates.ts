import { hasState, type RawNode, withState } from '../../../native/linux/atspi';

/**
 * A page's field for a date, a time or both, as the parts that a person fills in one by one. Chromium calls the whole a field with
 * nothing in it, and does not say that its parts can be written.
 */
export function withDatesInParts(nodes: readonly RawNode[]): readonly RawNode[] {
  const fields = new Set<number>();
  return nodes.map((node, index) => {
    const isField = node.role === 'date_editor' && node.interfaces.has('Hypertext');
    if (isField || fields.has(node.parent)) fields.add(index);
    if (isField) return { ...node, role: 'panel', value: null };
    const isPart = node.role === 'spin_button' && fields.has(index);
    const isOpen = isPart && hasState(node.states, 'enabled') && !hasState(node.states, 'read_only');
    return isOpen ? { ...node, states: withState(node.states, 'editable') } : node;
  });
}
