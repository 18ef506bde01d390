import { z } from 'zod';
import type { Apps, Desk } from '../bridge/desk';
import { quotedShort } from '../contract/quoted';
import { defineTool } from './define-tool';
import type { Tool } from './tool';
import { outcomeOf, writesUi } from './ui-tool';

export function openAppTool(desk: Desk, apps: Apps): Tool {
  return defineTool({
    name: 'open_app',
    description: `Opens a program by its name: starts it, or brings it to the front where it runs already. From then on you have entered it: a snapshot reads it in full, and keys go to it while it is in front. What the person does not allow is refused.`,
    input: z.object({ name: z.string().trim().min(1).max(200).describe('As list_apps names it') }),
    effect: 'write',
    reach: writesUi(desk),
    footprint: () => writesUi(desk),
    program: ({ name }) => name,
    inWords: ({ name }) => `Open ${quotedShort(name)}`,
    run: async ({ name }, context) => outcomeOf(await apps.open(name, context)),
  });
}
