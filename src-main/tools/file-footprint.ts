import { z } from 'zod';
import { type Effect, type Footprint, unknownFootprint } from '../contract/footprint';
import type { Workspace } from './workspace';

export const Path = z
  .string()
  .min(1)
  .max(4_096)
  .describe('A path in the workspace folder, such as notes/today.txt');

/** A path that leads nowhere is refused when it is used; until then it is a write to everything, or a read of the workspace. */
export function fileFootprint(workspace: Workspace, path: string, effect: Effect): Footprint {
  const located = workspace.locate(path);
  if (effect === 'read') {
    return { reads: [`file:${located.ok ? located.value : workspace.root}`], writes: [] };
  }
  return located.ok ? { reads: [], writes: [`file:${located.value}`] } : unknownFootprint;
}
