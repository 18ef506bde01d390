import { z } from 'zod';
import type { Desk } from '../bridge/desk';
import { defineTool } from './define-tool';
import type { Tool } from './tool';
import { outcomeOf, Ref, writesUi } from './ui-tool';

const Input = z.object({
  ref: Ref,
  button: z.enum(['left', 'middle', 'right']).default('left'),
  clicks: z.literal([1, 2]).default(1).describe('2 is a double click'),
});

export function pointerClickTool(desk: Desk): Tool {
  return defineTool({
    name: 'pointer_click',
    description: `Clicks with the real pointer on the middle of what is visible of an element. Use it only where click does nothing, or for a double click or another button: it moves the person's pointer, and what covers the element would be hit instead, so that is refused.`,
    input: Input,
    effect: 'write',
    reach: writesUi(desk),
    footprint: () => writesUi(desk),
    program: ({ ref }) => desk.programOf(ref),
    inWords: ({ ref, button, clicks }) => desk.inWords(ref, { kind: 'pointer', button, clicks }),
    run: async ({ ref, button, clicks }, context) =>
      outcomeOf(await desk.act(ref, { kind: 'pointer', button, clicks }, context)),
  });
}
