import { z } from 'zod';
import { CallId } from '../../../contract/ids';
import type { AssistantBlock } from '../../../contract/messages';
import type { ModelEvent } from '../../provider';
import { inputOf } from '../call-input';
import type { Item } from './stream-events';

export function kindOf({ type }: Item): Extract<ModelEvent, { type: 'block-started' }>['kind'] {
  switch (type) {
    case 'message':
      return 'text';
    case 'reasoning':
      return 'thinking';
    case 'function_call':
      return 'tool_call';
    default:
      return 'other';
  }
}

export function toolIn(item: Item): string | null {
  return item.type === 'function_call' && typeof item['name'] === 'string' ? item['name'] : null;
}

const Call = z.looseObject({ call_id: CallId, name: z.string().min(1), arguments: z.string() });
const Part = z.looseObject({ type: z.string(), text: z.string().nullish(), refusal: z.string().nullish() });
const Said = z.looseObject({ content: z.array(Part) });
const Thought = z.looseObject({
  encrypted_content: z.string().nullish(),
  content: z.array(z.json()).nullish(),
});

/**
 * The item as it is kept, and later handed back. None where it would be refused then: a text without a word, or a thought of which
 * nothing but its number is here, for nothing is stored at the server.
 *
 * @throws ZodError where the item is not what its type says
 */
export function finishItem(item: Item): AssistantBlock[] {
  switch (item.type) {
    case 'message': {
      const text = Said.parse(item)
        .content.map((part) => part.text ?? part.refusal ?? '')
        .join('');
      return text === '' ? [] : [{ type: 'text', text }];
    }
    case 'function_call': {
      const { call_id: id, name: tool, arguments: text } = Call.parse(item);
      return [{ type: 'tool_call', id, tool, input: inputOf(text) }];
    }
    case 'reasoning': {
      const { encrypted_content, content } = Thought.parse(item);
      const isHere = (encrypted_content ?? '') !== '' || (content ?? []).length > 0;
      return isHere ? [{ type: 'opaque', kind: 'reasoning', json: JSON.stringify(item) }] : [];
    }
    default:
      return [{ type: 'opaque', kind: item.type, json: JSON.stringify(item) }];
  }
}

export function isRefusal(item: Item): boolean {
  return item.type === 'message' && Said.parse(item).content.some(({ type }) => type === 'refusal');
}
