import { z } from 'zod';
import type { Desk } from '../bridge/desk';
import { defineTool } from './define-tool';
import type { Tool } from './tool';
import { outcomeOf, Ref, writesUi } from './ui-tool';

export function typeTextTool(desk: Desk): Tool {
  return defineTool({
    name: 'type_text',
    description: `Types text as a keyboard would, where the cursor is. With a ref the element gets the focus first; without one it goes to whatever has the focus. It adds to what is there: to replace a field's value use set_value, which is safer. Secure fields are refused.`,
    input: z.object({
      text: z.string().min(1).max(20_000),
      ref: Ref.optional().describe('The element to focus first'),
    }),
    effect: 'write',
    reach: writesUi(desk),
    footprint: () => writesUi(desk),
    program: ({ ref }) => desk.programOf(ref ?? null),
    inWords: ({ ref, text }) => desk.inWords(ref ?? null, { kind: 'type', text }),
    run: async ({ ref, text }, context) =>
      outcomeOf(await desk.input(ref ?? null, { kind: 'type', text }, context)),
  });
}
