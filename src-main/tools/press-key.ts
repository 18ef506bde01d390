import { z } from 'zod';
import type { Desk } from '../bridge/desk';
import { defineTool } from './define-tool';
import type { Tool } from './tool';
import { outcomeOf, Ref, writesUi } from './ui-tool';

const chord =
  /^(?:(?:Control|Alt|Shift|Meta)\+)*(?:(?!(?:Control|Alt|Shift|Meta)$)[A-Za-z][A-Za-z0-9]+|\S| )$/u;

export function pressKeyTool(desk: Desk): Tool {
  return defineTool({
    name: 'press_key',
    description: `Presses one key, or one combination: Enter, Escape, Tab, ArrowDown, Control+a. Modifiers come first, and names are those of the web's KeyboardEvent.key. With a ref the element gets the focus first; without one the key goes to whatever has the focus. To write text use set_value or type_text.`,
    input: z.object({
      key: z.string().regex(chord, 'a key looks like Enter, a, or Control+Shift+a'),
      ref: Ref.optional().describe('The element to focus first'),
    }),
    effect: 'write',
    reach: writesUi(desk),
    footprint: () => writesUi(desk),
    program: ({ ref }) => desk.programOf(ref ?? null),
    inWords: ({ ref, key }) => desk.inWords(ref ?? null, { kind: 'key', chord: key }),
    run: async ({ ref, key }, context) =>
      outcomeOf(await desk.input(ref ?? null, { kind: 'key', chord: key }, context)),
  });
}
