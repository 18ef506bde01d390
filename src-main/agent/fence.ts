import type { ResultContent, ToolResult } from '../contract/messages';

/**
 * Where a model finds what came from the screen or from a tool, its failures included, each tag on a line of its own:
 *
 *     <tool-data>
 *     snapshot s7 of practice "Support desk", 212 elements
 *     </tool-data>
 *
 * What is inside can't close the fence, nor open another.
 */
export const fence = { open: '<tool-data>', close: '</tool-data>' } as const;

/** The one place where results become what the model is sent. */
export function fenced(result: ToolResult): ToolResult {
  return { ...result, content: result.content.map(fencedBlock) };
}

function fencedBlock(block: ResultContent): ResultContent {
  if (block.type !== 'text') return block;
  return { type: 'text', text: `${fence.open}\n${withoutFences(block.text)}\n${fence.close}` };
}

function withoutFences(text: string): string {
  return text.replaceAll(/<(?=[\s/]*tool-data)/gi, '&lt;');
}
