import { CallId } from '../../contract/ids';
import type { AssistantBlock, ToolCall } from '../../contract/messages';
import type { ModelEvent } from '../provider';
import type { Typed } from './stream-events';

/** A block of the answer while it is still coming. */
export interface GrowingBlock {
  /** As it began; what its fields hold by now is in `grown`. */
  readonly begun: Typed;
  readonly grown: { readonly text: string; readonly json: string; readonly signature: string };
  readonly isStopped: boolean;
  /** False once something came that this program does not know how to add. */
  readonly isWhole: boolean;
}

export function beginBlock(begun: Typed): GrowingBlock {
  const text = stringIn(begun, begun.type === 'thinking' ? 'thinking' : 'text');
  const signature = stringIn(begun, 'signature');
  return { begun, grown: { text, json: '', signature }, isStopped: false, isWhole: true };
}

/** @returns the block with the delta in it, and the text and the JSON that were added */
export function growBlock(
  block: GrowingBlock,
  delta: Typed,
): { block: GrowingBlock; text: string; json: string } {
  const { grown } = block;
  switch (delta.type) {
    case 'text_delta':
    case 'thinking_delta': {
      const text = stringIn(delta, delta.type === 'text_delta' ? 'text' : 'thinking');
      return { block: { ...block, grown: { ...grown, text: grown.text + text } }, text, json: '' };
    }
    case 'input_json_delta': {
      const json = stringIn(delta, 'partial_json');
      return { block: { ...block, grown: { ...grown, json: grown.json + json } }, text: '', json };
    }
    case 'signature_delta': {
      const signature = grown.signature + stringIn(delta, 'signature');
      return { block: { ...block, grown: { ...grown, signature } }, text: '', json: '' };
    }
    default:
      return { block: { ...block, isWhole: false }, text: '', json: '' };
  }
}

export function kindOf({ begun }: GrowingBlock): Extract<ModelEvent, { type: 'block-started' }>['kind'] {
  switch (begun.type) {
    case 'text':
      return 'text';
    case 'thinking':
    case 'redacted_thinking':
      return 'thinking';
    case 'tool_use':
      return 'tool_call';
    default:
      return 'other';
  }
}

/**
 * The block as it is kept, and later handed back. None where it would be refused then: a text without a word, a thought
 * without its signature, a block with parts that are not known here.
 *
 * @throws SyntaxError where the input of a call is not JSON
 */
export function finishBlock(block: GrowingBlock): AssistantBlock[] {
  const { begun, grown, isWhole } = block;
  switch (begun.type) {
    case 'text':
      return grown.text === '' ? [] : [{ type: 'text', text: grown.text }];
    case 'thinking': {
      const { text: thinking, signature } = grown;
      return signature === '' || !isWhole ? [] : [opaque({ ...begun, thinking, signature })];
    }
    case 'tool_use':
      return [
        {
          type: 'tool_call',
          id: CallId.parse(begun['id']),
          tool: stringIn(begun, 'name'),
          input: inputOf(block),
        },
      ];
    default: {
      const input = begun['input'] === undefined ? {} : { input: inputOf(block) };
      const text = typeof begun['text'] === 'string' ? { text: grown.text } : {};
      return isWhole ? [opaque({ ...begun, ...text, ...input })] : [];
    }
  }
}

function opaque(block: Typed): AssistantBlock {
  return { type: 'opaque', kind: block.type, json: JSON.stringify(block) };
}

function inputOf({ begun, grown }: GrowingBlock): ToolCall['input'] {
  const input: unknown = grown.json === '' ? (begun['input'] ?? {}) : JSON.parse(grown.json);
  return input as ToolCall['input'];
}

function stringIn(block: Typed, field: string): string {
  const value = block[field];
  return typeof value === 'string' ? value : '';
}
