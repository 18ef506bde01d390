import { z } from 'zod';
import type { Desk } from '../bridge/desk';
import { formatNodeLine } from '../contract/outline';
import { defineTool } from './define-tool';
import { answer, refusal } from './outcome';
import type { Tool } from './tool';
import { Ref, readsUi } from './ui-tool';

export function readElementTool(desk: Desk): Tool {
  return defineTool({
    name: 'read_element',
    description: `Reads one element as it is at this moment: role, name, value, states, whether it is visible, and what covers it. Cheaper than a snapshot where one value is all you need. Several may be read at once. Gives {ref, role, name, value, states, visible, covering}.`,
    input: z.object({ ref: Ref }),
    effect: 'read',
    reach: readsUi(desk),
    footprint: () => readsUi(desk),
    program: ({ ref }) => desk.programOf(ref),
    inWords: ({ ref }) => `Read the ${desk.nameOf(ref)}`,
    async run({ ref }, context) {
      const seen = await desk.read(ref, context);
      if (!seen.ok) return refusal(seen.failure, seen.seen);
      const live = seen.value;
      const covering = live.hit?.covering ?? null;
      const sight = live.visible ? 'visible' : 'not visible';
      const line = formatNodeLine({ ...live, hole: null }, ref, 0);
      const { role, name, value, states, visible } = live;
      return answer([line, covering === null ? sight : `${sight}, covered by ${covering}`].join('\n'), {
        ref,
        role,
        name,
        value,
        states: [...states],
        visible,
        covering,
      });
    },
  });
}
