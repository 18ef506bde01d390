import { FailureCode } from '../contract/failure';
import type { ResultContent, ToolResult } from '../contract/messages';

/**
 * Where a model finds what came from the screen or from a tool, each tag on a line of its own:
 *
 *     stale_ref:
 *     <tool-data>
 *     The button moved to another window. Take a snapshot.
 *     </tool-data>
 *
 * Only a failure's code stands outside, for a sentence may name what the screen holds. What is inside can't close the
 * fence, nor open another.
 */
export const fence = { open: '<tool-data>', close: '</tool-data>' } as const;

/** The one place where results become what the model is sent. */
export function fenced(result: ToolResult): ToolResult {
  const [first, ...rest] = result.content;
  if (!result.isError || first === undefined) return { ...result, content: result.content.map(fencedBlock) };
  return { ...result, content: [fencedFailure(first), ...rest.map(fencedBlock)] };
}

function fencedFailure(block: ResultContent): ResultContent {
  if (block.type !== 'text') return block;
  const colon = block.text.indexOf(': ');
  const code = FailureCode.safeParse(block.text.slice(0, colon));
  if (!code.success) return fencedBlock(block);
  return { type: 'text', text: `${code.data}:\n${inFence(block.text.slice(colon + 2))}` };
}

function fencedBlock(block: ResultContent): ResultContent {
  return block.type === 'text' ? { type: 'text', text: inFence(block.text) } : block;
}

export function inFence(text: string): string {
  return `${fence.open}\n${text.replaceAll(/<(?=[\s/]*tool-data)/gi, '&lt;')}\n${fence.close}`;
}
