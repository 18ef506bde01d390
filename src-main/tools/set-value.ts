import { z } from 'zod';
import type { Desk } from '../bridge/desk';
import { defineTool } from './define-tool';
import type { Tool } from './tool';
import { outcomeOf, Ref, writesUi } from './ui-tool';

export function setValueTool(desk: Desk): Tool {
  return defineTool({
    name: 'set_value',
    description: `Replaces the whole value of a text field, a date field (YYYY-MM-DD) or the like, then reads it back: a value that the field did not keep is reported as a failure. For a list of choices use select_option, for a checkbox use click. Secure fields, such as passwords and PINs, are refused: use fill_secure_field.`,
    input: z.object({ ref: Ref, value: z.string().max(20_000).describe('The whole new value') }),
    effect: 'write',
    reach: writesUi(desk),
    footprint: () => writesUi(desk),
    program: ({ ref }) => desk.programOf(ref),
    inWords: ({ ref, value }) => desk.inWords(ref, { kind: 'set_value', value }),
    run: async ({ ref, value }, context) =>
      outcomeOf(await desk.act(ref, { kind: 'set_value', value }, context)),
  });
}
