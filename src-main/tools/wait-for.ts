import { z } from 'zod';
import type { Desk } from '../bridge/desk';
import { findNodes } from '../contract/node-query';
import { formatOutline } from '../contract/outline';
import { quotedShort } from '../contract/quoted';
import { cutLines } from './cut';
import { defineTool } from './define-tool';
import { answer, refusal } from './outcome';
import type { Tool } from './tool';
import { elementsIn, givesElements, readsUi } from './ui-tool';

const Input = z.object({
  text: z.string().min(1).describe('Part of the name or of the value, in any case'),
  role: z.string().min(1).optional().describe('The role that it has to have'),
  gone: z.boolean().default(false).describe('Wait until it is gone instead of until it is there'),
  seconds: z.number().min(0.1).max(25).default(5).describe('How long to wait at most'),
});

export function waitForTool(desk: Desk): Tool {
  return defineTool({
    name: 'wait_for',
    description: `Waits until an element with this text has appeared and is no longer busy, or until it is gone, and returns the lines that fit from a fresh snapshot. Use it after something that takes a while, such as loading or saving, rather than taking snapshots again and again. ${givesElements}`,
    input: Input,
    effect: 'read',
    reach: readsUi(desk),
    footprint: () => readsUi(desk),
    program: () => desk.programOf(null),
    inWords: ({ text, gone }) => `Wait until ${quotedShort(text)} is ${gone ? 'gone' : 'there'}`,
    async run({ text, role, gone, seconds }, context) {
      const awaited = { role: role ?? null, name: text, present: !gone };
      const result = await desk.waitFor(awaited, seconds * 1_000, context);
      if (!result.ok) return refusal(result.failure);
      const snapshot = result.value;
      const found = findNodes(snapshot, { text, role: role ?? null });
      const { lines } = cutLines(formatOutline(snapshot, found).split('\n'), 1);
      return answer(lines.join('\n'), elementsIn(snapshot, found));
    },
  });
}
