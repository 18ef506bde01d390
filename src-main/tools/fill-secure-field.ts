import { z } from 'zod';
import type { Desk } from '../bridge/desk';
import { defineTool } from './define-tool';
import type { Tool } from './tool';
import { outcomeOf, Ref, writesUi } from './ui-tool';

export function fillSecureFieldTool(desk: Desk): Tool {
  return defineTool({
    name: 'fill_secure_field',
    description: `Has a secure field, such as a password or a PIN, filled in by the person: they are asked, and type what goes into it themselves. You never see it, it is not read back, and they may say no. Use it only where the task cannot go on without it; for every other field use set_value.`,
    input: z.object({ ref: Ref }),
    effect: 'write',
    reach: writesUi(desk),
    footprint: () => writesUi(desk),
    program: ({ ref }) => desk.programOf(ref),
    inWords: ({ ref }) => `Fill in the ${desk.nameOf(ref)}`,
    run: async ({ ref }, context) => outcomeOf(await desk.fillSecret(ref, context)),
  });
}
