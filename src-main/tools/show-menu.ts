import { z } from 'zod';
import type { Desk } from '../bridge/desk';
import { defineTool } from './define-tool';
import type { Tool } from './tool';
import { outcomeOf, Ref, writesUi } from './ui-tool';

export function showMenuTool(desk: Desk): Tool {
  return defineTool({
    name: 'show_menu',
    description: `Opens the context menu of an element: what a click with the right button would show. Its entries are in the changes that come back; press one with click, or close the menu with press_key Escape.`,
    input: z.object({ ref: Ref }),
    effect: 'write',
    reach: writesUi(desk),
    footprint: () => writesUi(desk),
    program: ({ ref }) => desk.programOf(ref),
    inWords: ({ ref }) => desk.inWords(ref, { kind: 'show_menu' }),
    run: async ({ ref }, context) => outcomeOf(await desk.act(ref, { kind: 'show_menu' }, context)),
  });
}
