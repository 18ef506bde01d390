import { z } from 'zod';
import type { Desk } from '../bridge/desk';
import { defineTool } from './define-tool';
import type { Tool } from './tool';
import { outcomeOf, Ref, writesUi } from './ui-tool';

export function selectOptionTool(desk: Desk): Tool {
  return defineTool({
    name: 'select_option',
    description: `Chooses an option of a combobox or a list by the words that a person reads, exactly as the outline names them, then reads the choice back. The ref is that of the combobox or list, not of the option.`,
    input: z.object({ ref: Ref, option: z.string().min(1).max(1_000).describe('The words of the option') }),
    effect: 'write',
    reach: writesUi(desk),
    footprint: () => writesUi(desk),
    program: ({ ref }) => desk.programOf(ref),
    inWords: ({ ref, option }) => desk.inWords(ref, { kind: 'select', option }),
    run: async ({ ref, option }, context) =>
      outcomeOf(await desk.act(ref, { kind: 'select', option }, context)),
  });
}
