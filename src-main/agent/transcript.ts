import type { CallId } from '../contract/ids';
import type {
  AssistantBlock,
  Message,
  ResultContent,
  ToolCall,
  ToolResult,
  UserBlock,
} from '../contract/messages';
import type { SettledCall } from '../scheduler/index';
import { fenced } from './fence';
import type { Awaited, Conversation } from './state';

/** What the model said, as it can be sent back to it: without blank texts, and not at all where only thinking is left. */
export function heardFromModel(conversation: Conversation, content: readonly AssistantBlock[]): Conversation {
  const sayable = content.filter((block) => block.type !== 'text' || block.text.trim() !== '');
  if (sayable.every((block) => block.type === 'opaque')) return conversation;
  return withMessage(conversation, { role: 'assistant', content: sayable });
}

/** The next user message: every result of the turn in the model's order, then what else there is to say. */
export function answered(
  conversation: Conversation,
  { order, unrun, lost, note }: Awaited,
  settled: readonly SettledCall[],
): Conversation {
  const results = new Map<CallId, ToolResult>(
    [...settled.map(({ result }) => result), ...unrun].map((result) => [result.id, result]),
  );
  const owed = order.map((id): UserBlock => {
    const result = results.get(id);
    if (result === undefined) throw new Error(`call ${id} has no result`);
    return fenced(result);
  });
  const told = lost.flatMap((call) => toldOfLost(call, settled));
  const said = note === null ? [] : [text(note)];
  return withMessage(conversation, { role: 'user', content: [...owed, ...told, ...said] });
}

/** A write of an answer that was lost has happened, though the model does not know that it asked for it. */
function toldOfLost({ id, tool, input }: ToolCall, settled: readonly SettledCall[]): UserBlock[] {
  const call = settled.find(({ result }) => result.id === id);
  if (call === undefined || !call.wrote) return [];
  const { content } = fenced(call.result);
  const came = content.flatMap((block: ResultContent) => (block.type === 'text' ? [block.text] : []));
  const begun =
    input === null
      ? [
          `Your answer, or an earlier attempt of it, was lost on its way or cut off, after it had begun to call ${tool}.`,
          'What of that call had arrived was carried out. What came of it:',
        ]
      : [
          `An earlier attempt of your answer was lost on its way, after it had begun ${tool}(${JSON.stringify(input)}).`,
          'That call was not repeated. What came of it:',
        ];
  return [text([...begun, ...came].join('\n'))];
}

export function toldByUs(conversation: Conversation, note: string): Conversation {
  return withMessage(conversation, { role: 'user', content: [text(note)] });
}

function text(said: string): { readonly type: 'text'; readonly text: string } {
  return { type: 'text', text: said };
}

function withMessage(conversation: Conversation, message: Message): Conversation {
  return { ...conversation, messages: [...conversation.messages, message] };
}
