import { z } from 'zod';
import type { Desk, Subtree } from '../bridge/desk';
import type { Snapshot } from '../contract/accessibility';
import { formatOutline } from '../contract/outline';
import { cutLines } from './cut';
import { defineTool } from './define-tool';
import { answer, refusal } from './outcome';
import type { Tool, ToolOutcome } from './tool';
import { elementsIn, givesElements, Ref, readsUi } from './ui-tool';

const Input = z.object({
  within: Ref.optional().describe('Only this element and what is inside it'),
  from: z.int().min(1).default(1).describe('The line to begin with, where an earlier outline was cut'),
});

export function snapshotTool(desk: Desk): Tool {
  return defineTool({
    name: 'snapshot',
    description: `Reads the window as an outline: one element a line, with its role, its name, its ref, its value after "=", and its states in brackets. Children are indented under their parent. Every ref belongs to the snapshot that it came from, so take a new snapshot when the window has changed, and use the new refs. A long outline is cut; the last line then says how to see the rest. Reading changes nothing, so it may run beside other reads. ${givesElements}`,
    input: Input,
    effect: 'read',
    reach: readsUi(desk),
    footprint: () => readsUi(desk),
    program: () => desk.programOf(null),
    inWords: () => 'Read what is on the screen',
    async run({ within, from }, context) {
      if (within === undefined) {
        const taken = await desk.snapshot(context);
        return taken.ok ? outline({ snapshot: taken.value, root: 0 }, from) : refusal(taken.failure);
      }
      const taken = await desk.subtree(within, context);
      return taken.ok ? outline(taken.value, from) : refusal(taken.failure, taken.seen);
    },
  });
}

/** A page of it as text; as a value all of it. */
function outline({ snapshot, root }: Subtree, from: number): ToolOutcome {
  const indices = subtree(snapshot, root);
  return answer(page(formatOutline(snapshot, indices), from), elementsIn(snapshot, indices));
}

function page(whole: string, from: number): string {
  const [heading = '', ...outline] = whole.split('\n');
  const { lines, next } = cutLines(outline, from);
  if (lines.length === 0) return `${heading}\n(there are only ${outline.length} lines)`;
  const text = [heading, ...lines];
  if (next !== null) {
    text.push(
      `(cut: lines ${next} to ${outline.length} of ${outline.length} are left out. Use find, or snapshot with within, or with from: ${next}.)`,
    );
  }
  return text.join('\n');
}

/** A node and its descendants lie together in preorder. */
function subtree({ nodes }: Snapshot, root: number): number[] {
  const indices = [root];
  for (let at = root + 1; (nodes[at]?.parent ?? -1) >= root; at += 1) indices.push(at);
  return indices;
}
