import type { RawNode } from '../../../native/linux/atspi';
import { failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import type { Toolkit } from './toolkit';
import { ownName } from './words';

/** Its own name, or that of the first thing in it that has one. */
export function optionName(
  option: RawNode,
  index: number,
  nodes: readonly RawNode[],
  toolkit: Toolkit,
): string {
  const own = ownName(option, toolkit);
  if (own !== '') return own;
  const within = new Set([index]);
  for (let at = index + 1; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined || !within.has(node.parent)) continue;
    within.add(at);
    if (node.role === 'label' && node.name.trim() !== '') return node.name.trim();
  }
  return '';
}

/** As it is written, or else but for capitals; null where there is none. */
export function indexOf(names: readonly string[], wanted: string): number | null {
  const exact = names.indexOf(wanted.trim());
  if (exact >= 0) return exact;
  const loose = names.findIndex((name) => name.toLowerCase() === wanted.trim().toLowerCase());
  return loose >= 0 ? loose : null;
}

export function noSuch(wanted: string, names: readonly string[]): Result<Delivery> {
  const known = names.filter((name) => name !== '').map((name) => JSON.stringify(name));
  return failed(
    'not_found',
    `There is no option "${wanted}".`,
    known.length === 0
      ? 'Open the list to see its options.'
      : `Choose one of ${known.slice(0, 50).join(', ')}.`,
  );
}
