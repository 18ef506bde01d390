import type { Apps, Desk } from '../bridge/desk';
import type { Neighbour } from '../bridge/platform';
import { quoted } from '../contract/quoted';
import { cutLines } from './cut';
import { defineTool } from './define-tool';
import { answer, refusal } from './outcome';
import type { Tool } from './tool';
import { NoInput, readsUi } from './ui-tool';

export function listAppsTool(desk: Desk, apps: Apps): Tool {
  return defineTool({
    name: 'list_apps',
    description: `Lists the programs that run on the desktop, topmost first, with their windows, and says which you have entered. Only those that you have entered are read in full by a snapshot; enter one with open_app. Some may not be driven at all. Gives [{name, entered, denied, windows: [{title, active}]}].`,
    input: NoInput,
    effect: 'read',
    reach: readsUi(desk),
    footprint: () => readsUi(desk),
    program: () => null,
    inWords: () => 'List the programs that run',
    async run(_, context) {
      const listed = await apps.list(context);
      if (!listed.ok) return refusal(listed.failure);
      if (listed.value.length === 0) return answer('No program runs. Start one with open_app.', []);
      const { lines } = cutLines(listed.value.flatMap(linesOf), 1);
      const text = [`programs, topmost first: ${listed.value.length}`, ...lines].join('\n');
      return answer(text, listed.value.map(valueOf));
    },
  });
}

function valueOf({ program: { id, windows }, isEntered, denied }: Neighbour) {
  return {
    name: id.name,
    entered: isEntered,
    denied: denied !== null,
    windows: windows.map(({ title, active }) => ({ title, active })),
  };
}

function linesOf({ program: { id, windows }, isEntered, denied }: Neighbour): string[] {
  const standing = denied === null ? (isEntered ? 'entered' : 'not entered') : 'may not be driven';
  return [
    `- ${quoted(id.name)} [${standing}]`,
    ...windows.map(({ title, active }) => `  - window ${quoted(title)}${active ? ' [active]' : ''}`),
  ];
}
