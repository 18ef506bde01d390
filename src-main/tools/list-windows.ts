import type { TargetWindow } from '../bridge/adapter';
import type { Desk } from '../bridge/desk';
import { quoted } from '../contract/quoted';
import { cutLines } from './cut';
import { defineTool } from './define-tool';
import { answer, refusal } from './outcome';
import type { Tool } from './tool';
import { NoInput, readsUi } from './ui-tool';

export function listWindowsTool(desk: Desk): Tool {
  return defineTool({
    name: 'list_windows',
    description: `Lists the windows that are open, topmost first: title, whether it is the active one, whether it is a dialog that has to be dealt with first, its size and its place. For what is in them take a snapshot. Gives [{title, active, modal, bounds: {x, y, width, height}}].`,
    input: NoInput,
    effect: 'read',
    reach: readsUi(desk),
    footprint: () => readsUi(desk),
    program: () => desk.programOf(null),
    inWords: () => 'List the windows',
    async run(_, context) {
      const windows = await desk.windows(context);
      if (!windows.ok) return refusal(windows.failure);
      if (windows.value.length === 0) return answer('No window is open.', []);
      const { lines } = cutLines(windows.value.map(lineOf), 1);
      const text = [`windows, topmost first: ${windows.value.length}`, ...lines].join('\n');
      return answer(text, windows.value.map(valueOf));
    },
  });
}

function valueOf({ title, active, modal, bounds }: TargetWindow) {
  return { title, active, modal, bounds: { ...bounds } };
}

function lineOf({ title, active, modal, bounds }: TargetWindow): string {
  const marks = [active ? 'active' : '', modal ? 'modal' : ''].filter((mark) => mark !== '');
  const { width, height, x, y } = bounds;
  const place = `${Math.round(width)} x ${Math.round(height)} at ${Math.round(x)}, ${Math.round(y)}`;
  return ['-', quoted(title), ...(marks.length > 0 ? [`[${marks.join(', ')}]`] : []), place].join(' ');
}
