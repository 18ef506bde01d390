import { type Footprint, unionOf } from '../contract/footprint';
import type { Tool } from '../tools/tool';

/** What whoever has these tools may read and write at all. */
export function reachOf(tools: readonly Tool[]): Footprint {
  return unionOf(tools.map(({ reach }) => reach));
}
