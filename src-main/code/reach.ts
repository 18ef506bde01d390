import type { Footprint } from '../contract/footprint';
import type { Tool } from '../tools/tool';

/** What whoever has these tools may read and write at all. */
export function reachOf(tools: readonly Tool[]): Footprint {
  const all = (of: 'reads' | 'writes') => [...new Set(tools.flatMap(({ reach }) => reach[of]))];
  return { reads: all('reads'), writes: all('writes') };
}
