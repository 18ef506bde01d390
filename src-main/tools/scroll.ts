import { z } from 'zod';
import type { Desk } from '../bridge/desk';
import { defineTool } from './define-tool';
import type { Tool } from './tool';
import { outcomeOf, Ref, writesUi } from './ui-tool';

const pixels = z.number().min(-20_000).max(20_000);

export function scrollTool(desk: Desk): Tool {
  return defineTool({
    name: 'scroll',
    description: `Scrolls a list, a table or any other scrolling part of the window. Elements need not be scrolled into view before they are clicked or filled in: that happens by itself. Use it to make the program load more.`,
    input: z.object({
      ref: Ref,
      down: pixels.default(0).describe('Pixels; negative is up'),
      right: pixels.default(0).describe('Pixels; negative is left'),
    }),
    effect: 'write',
    reach: writesUi(desk),
    footprint: () => writesUi(desk),
    program: ({ ref }) => desk.programOf(ref),
    inWords: ({ ref, right, down }) => desk.inWords(ref, { kind: 'scroll', dx: right, dy: down }),
    run: async ({ ref, down, right }, context) =>
      outcomeOf(await desk.act(ref, { kind: 'scroll', dx: right, dy: down }, context)),
  });
}
