import type { Node } from '../contract/accessibility';
import { failed } from '../contract/failure';
import { nameOf } from './say';

/**
 * What an adapter must never do: hand over what a secure field holds. Said as a failure of every look, so that it is seen at
 * once, and before anything is recorded.
 */
export function leak(nodes: readonly Pick<Node, 'role' | 'name' | 'value' | 'states'>[]) {
  const found = nodes.find((node) => node.value !== null && node.states.includes('secure'));
  if (found === undefined) return null;
  return failed(
    'internal',
    `The value of a secure field (${nameOf(found)}) was read. It was thrown away and nothing was recorded.`,
    'Report this: it is a fault in Interlock.',
  );
}
