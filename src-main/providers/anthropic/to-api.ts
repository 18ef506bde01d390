import type {
  ContentBlockParam,
  ImageBlockParam,
  MessageCreateParamsStreaming,
  MessageParam,
  TextBlockParam,
  Tool,
  ToolResultBlockParam,
} from '@anthropic-ai/sdk/resources/messages';
import type {
  AssistantBlock,
  Json,
  Message,
  ResultContent,
  ToolResult,
  UserBlock,
} from '../../contract/messages';
import type { LoadBlob } from '../load-blob';
import type { ModelRequest } from '../provider';

/** Everything up to a block with this mark is kept by the API for the next turn. */
const cached = { cache_control: { type: 'ephemeral' } } as const;

export async function toApi(
  model: string,
  request: ModelRequest,
  loadBlob: LoadBlob,
): Promise<MessageCreateParamsStreaming> {
  const { system, tools, parallelCalls, maxOutputTokens } = request;
  const messages = await Promise.all(request.messages.map((message) => messageToApi(message, loadBlob)));
  return {
    model,
    max_tokens: maxOutputTokens,
    stream: true,
    ...(system !== '' && { system: [{ type: 'text', text: system, ...cached }] }),
    ...(tools.length > 0 && {
      tools: tools.map((tool, index) => toolToApi(tool, index === tools.length - 1)),
      tool_choice: { type: 'auto', disable_parallel_tool_use: !parallelCalls },
    }),
    messages: withCacheMark(messages.filter(({ content }) => content.length > 0)),
  };
}

interface ApiMessage {
  readonly role: Message['role'];
  readonly content: ContentBlockParam[];
}

function toolToApi({ name, description, inputSchema }: ModelRequest['tools'][number], isLast: boolean): Tool {
  const input_schema: Tool['input_schema'] = { ...inputSchema, type: 'object' };
  return { name, description, input_schema, ...(isLast && cached) };
}

async function messageToApi(message: Message, loadBlob: LoadBlob): Promise<ApiMessage> {
  if (message.role === 'assistant') {
    return { role: 'assistant', content: message.content.flatMap(assistantBlock) };
  }
  const blocks = await Promise.all(message.content.map((block) => userBlock(block, loadBlob)));
  return { role: 'user', content: blocks.flat() };
}

/** The API refuses a text that is empty, or blank. */
function textBlock(text: string): TextBlockParam[] {
  return text.trim() === '' ? [] : [{ type: 'text', text }];
}

function assistantBlock(block: AssistantBlock): ContentBlockParam[] {
  switch (block.type) {
    case 'text':
      return textBlock(block.text);
    case 'opaque':
      return [JSON.parse(block.json) as ContentBlockParam];
    case 'tool_call':
      return [{ type: 'tool_use', id: block.id, name: block.tool, input: inputObject(block.input) }];
  }
}

/** The API takes an object alone; a model that sent something else reads it under `sent`. */
export function inputObject(input: Json): Readonly<Record<string, Json>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? input : { sent: input };
}

async function userBlock(block: UserBlock, loadBlob: LoadBlob): Promise<ContentBlockParam[]> {
  return block.type === 'text' ? textBlock(block.text) : [await toolResult(block, loadBlob)];
}

async function toolResult(
  { id, content, isError }: ToolResult,
  loadBlob: LoadBlob,
): Promise<ToolResultBlockParam> {
  const parts = await Promise.all(content.map((block) => resultContent(block, loadBlob)));
  const shown = parts.flat();
  return {
    type: 'tool_result',
    tool_use_id: id,
    ...(shown.length > 0 && { content: shown }),
    ...(isError && { is_error: true }),
  };
}

async function resultContent(
  block: ResultContent,
  loadBlob: LoadBlob,
): Promise<(TextBlockParam | ImageBlockParam)[]> {
  if (block.type === 'text') return textBlock(block.text);
  const data = Buffer.from(await loadBlob(block.blob)).toString('base64');
  return [{ type: 'image', source: { type: 'base64', media_type: block.mediaType, data } }];
}

/** Marks the last block of the last user message. */
function withCacheMark(messages: readonly ApiMessage[]): MessageParam[] {
  const last = messages.at(-1);
  const block = last?.content.at(-1);
  if (last?.role !== 'user' || (block?.type !== 'tool_result' && block?.type !== 'text'))
    return [...messages];
  return [
    ...messages.slice(0, -1),
    { ...last, content: [...last.content.slice(0, -1), { ...block, ...cached }] },
  ];
}
