import { z } from 'zod';
import type { Desk } from '../bridge/desk';
import { defineTool } from './define-tool';
import type { Tool } from './tool';
import { outcomeOf, Ref, writesUi } from './ui-tool';

export function clickTool(desk: Desk): Tool {
  return defineTool({
    name: 'click',
    description: `Presses an element: a button, a link, a checkbox, a menu item, a row's button. The element has to be the one that the ref was made for, visible, enabled and not covered; otherwise nothing is pressed and you are told why. It may change anything in the window, so later refs may need a fresh snapshot.`,
    input: z.object({ ref: Ref }),
    effect: 'write',
    reach: writesUi(desk),
    footprint: () => writesUi(desk),
    program: ({ ref }) => desk.programOf(ref),
    inWords: ({ ref }) => desk.inWords(ref, { kind: 'press' }),
    run: async ({ ref }, context) => outcomeOf(await desk.act(ref, { kind: 'press' }, context)),
  });
}
