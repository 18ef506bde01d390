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

const Input = z
  .object({
    text: z.string().min(1).optional().describe('Part of the name or of the value, in any case'),
    role: z.string().min(1).optional().describe('The role, such as button, textbox, row'),
  })
  .refine(({ text, role }) => text !== undefined || role !== undefined, 'give a text, a role, or both');

export function findTool(desk: Desk): Tool {
  return defineTool({
    name: 'find',
    description: `Takes a fresh snapshot and returns only the elements that fit: those whose name or value contains the text, those of the role, or both. The lines and refs are those of a snapshot; use this where the whole outline would be long. Reading changes nothing, so it may run beside other reads. ${givesElements}`,
    input: Input,
    effect: 'read',
    reach: readsUi(desk),
    footprint: () => readsUi(desk),
    program: () => desk.programOf(null),
    inWords: ({ text, role }) =>
      `Find ${text === undefined ? `every ${role ?? 'element'}` : quotedShort(text)}`,
    async run({ text, role }, context) {
      const taken = await desk.snapshot(context);
      if (!taken.ok) return refusal(taken.failure);
      const snapshot = taken.value;
      const found = findNodes(snapshot, { text: text ?? null, role: role ?? null });
      const [heading = '', ...outline] = formatOutline(snapshot, found).split('\n');
      const { lines, next } = cutLines(outline, 1);
      const left = next === null ? '' : ' The rest is left out: ask for less.';
      const shown = [heading, `${lines.length} of ${found.length} that fit.${left}`, ...lines].join('\n');
      return answer(shown, elementsIn(snapshot, found));
    },
  });
}
