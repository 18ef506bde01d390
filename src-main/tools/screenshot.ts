import type { Desk } from '../bridge/desk';
import { defineTool } from './define-tool';
import { refusal } from './outcome';
import type { Tool } from './tool';
import { NoInput, readsUi } from './ui-tool';

export function screenshotTool(desk: Desk): Tool {
  return defineTool({
    name: 'screenshot',
    description: `Takes a picture of the window. Use it where the outline does not say enough, for a chart or a layout; to find and use elements take a snapshot, which is quicker and exact.`,
    input: NoInput,
    effect: 'read',
    reach: readsUi(desk),
    footprint: () => readsUi(desk),
    program: () => desk.programOf(null),
    inWords: () => 'Take a picture',
    async run(_, context) {
      const taken = await desk.screenshot(context);
      return taken.ok
        ? { content: [taken.value], failure: null, delivery: null, value: null }
        : refusal(taken.failure);
    },
  });
}
