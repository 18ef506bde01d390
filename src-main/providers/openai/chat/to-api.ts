import type {
  ChatCompletionAssistantMessageParam,
  ChatCompletionContentPart,
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import type { AssistantBlock, Message, ToolResult } from '../../../contract/messages';
import type { LoadBlob } from '../../load-blob';
import type { ModelRequest } from '../../provider';
import type { Addressee, Asking } from '../api';
import { textOfInput } from '../call-input';
import { dataUrl } from '../data-url';
import type { Refused } from '../refused';

export async function toApi(to: Addressee, request: ModelRequest, loadBlob: LoadBlob): Promise<Asking> {
  const { model, refused } = to;
  const { system, tools, parallelCalls } = request;
  const messages = await Promise.all(
    request.messages.map((message) => messageToApi(message, refused, loadBlob)),
  );
  const body: ChatCompletionCreateParamsStreaming = {
    model,
    stream: true,
    ...(!refused.has('stream_options') && { stream_options: { include_usage: true } }),
    ...outputLimit(to, request.maxOutputTokens),
    ...(tools.length > 0 && {
      tools: tools.map(({ name, description, inputSchema }) => ({
        type: 'function' as const,
        function: { name, description, parameters: { ...inputSchema } },
      })),
      ...(!refused.has('parallel_tool_calls') && { parallel_tool_calls: parallelCalls }),
    }),
    messages: [...(system === '' ? [] : [{ role: 'system' as const, content: system }]), ...messages.flat()],
  };
  const sent = new Set([...Object.keys(body), ...messages.flat().flatMap((message) => Object.keys(message))]);
  return { sent, send: (client, signal) => client.chat.completions.create(body, { signal }) };
}

/** OpenAI's models want the new name, most other servers know the old one; whoever refuses one is given the other. */
function outputLimit({ isOpenai, refused }: Addressee, limit: number) {
  const names = isOpenai
    ? (['max_completion_tokens', 'max_tokens'] as const)
    : (['max_tokens', 'max_completion_tokens'] as const);
  const name = names.find((each) => !refused.has(each));
  return name === undefined ? {} : { [name]: limit };
}

async function messageToApi(
  message: Message,
  refused: Refused,
  loadBlob: LoadBlob,
): Promise<ChatCompletionMessageParam[]> {
  if (message.role === 'assistant') return assistantMessage(message.content, refused);
  const results = message.content.filter((block) => block.type === 'tool_result');
  const texts = message.content.flatMap((block) =>
    block.type === 'text' && block.text.trim() !== '' ? [block.text] : [],
  );
  const pictures = (await Promise.all(results.map((result) => picturesOf(result, loadBlob)))).flat();
  const said = texts.map((text) => ({ type: 'text' as const, text }));
  const more: ChatCompletionMessageParam[] =
    pictures.length > 0
      ? [{ role: 'user', content: [...pictures, ...said] }]
      : texts.map((content) => ({ role: 'user', content }));
  return [...results.map(toolMessage), ...more];
}

function assistantMessage(
  content: readonly AssistantBlock[],
  refused: Refused,
): ChatCompletionMessageParam[] {
  const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
  const calls = content.filter((block) => block.type === 'tool_call');
  if (text.trim() === '' && calls.length === 0) return [];
  const message: ChatCompletionAssistantMessageParam = {
    role: 'assistant',
    content: text.trim() === '' ? null : text,
    ...(calls.length > 0 && {
      tool_calls: calls.map(({ id, tool, input }) => ({
        id,
        type: 'function' as const,
        function: { name: tool, arguments: textOfInput(input) },
      })),
    }),
  };
  return [{ ...message, ...thinkingOf(content, refused) }];
}

/** What the model thought goes back under the name under which the server told it. */
function thinkingOf(content: readonly AssistantBlock[], refused: Refused): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const block of content) {
    if (block.type !== 'opaque') continue;
    const { kind } = block;
    if (kind !== 'reasoning_content' && kind !== 'reasoning') continue;
    if (!refused.has(kind)) fields[kind] = (fields[kind] ?? '') + (JSON.parse(block.json) as string);
  }
  return fields;
}

/** A tool's message may hold text alone: its pictures come after the results, each with the call it belongs to. */
function toolMessage({ id, content }: ToolResult): ChatCompletionMessageParam {
  const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
  const hasPicture = content.some(({ type }) => type === 'image');
  const none = hasPicture ? 'The picture follows.' : 'No output.';
  return { role: 'tool', tool_call_id: id, content: text.trim() === '' ? none : text };
}

async function picturesOf(
  { id, content }: ToolResult,
  loadBlob: LoadBlob,
): Promise<ChatCompletionContentPart[]> {
  const images = content.filter((block) => block.type === 'image');
  const parts = images.map(
    async (image): Promise<ChatCompletionContentPart[]> => [
      { type: 'text', text: `From the result of the call ${id}:` },
      { type: 'image_url', image_url: { url: await dataUrl(image, loadBlob) } },
    ],
  );
  return (await Promise.all(parts)).flat();
}
