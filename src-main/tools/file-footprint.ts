import { z } from 'zod';
import type { Effect, Footprint } from '../contract/footprint';
import type { Workspace } from './workspace';

export const Path = z
  .string()
  .min(1)
  .max(4_096)
  .describe('A path in the workspace folder, such as notes/today.txt');

/** A path that leads nowhere is refused when it is used; until then it is taken for the whole workspace. */
export function fileFootprint(workspace: Workspace, path: string, effect: Effect): Footprint {
  const located = workspace.locate(path);
  const file = [`file:${located.ok ? located.value : workspace.root}`];
  return effect === 'read' ? { reads: file, writes: [] } : { reads: [], writes: file };
}
