import type {
  ResponseCreateParamsStreaming,
  ResponseFunctionCallOutputItem,
  ResponseInputItem,
} from 'openai/resources/responses/responses';
import type {
  AssistantBlock,
  Message,
  ResultContent,
  ToolResult,
  UserBlock,
} from '../../../contract/messages';
import type { LoadBlob } from '../../load-blob';
import type { ModelRequest } from '../../provider';
import type { Addressee, Asking } from '../api';
import { textOfInput } from '../call-input';
import { dataUrl } from '../data-url';

/** Nothing is kept at the server: what the model thought comes along encrypted, and is handed back. */
export async function toApi(
  { model, refused }: Addressee,
  request: ModelRequest,
  loadBlob: LoadBlob,
): Promise<Asking> {
  const { system, tools, parallelCalls, maxOutputTokens } = request;
  const input = await Promise.all(
    request.messages.flatMap(({ role, content }) => content.map((block) => itemsOf(role, block, loadBlob))),
  );
  const body: ResponseCreateParamsStreaming = {
    model,
    stream: true,
    ...(!refused.has('store') && { store: false }),
    ...(!refused.has('include') && { include: ['reasoning.encrypted_content'] }),
    ...(!refused.has('max_output_tokens') && { max_output_tokens: maxOutputTokens }),
    ...(system !== '' && { instructions: system }),
    ...(tools.length > 0 && {
      tools: tools.map(({ name, description, inputSchema }) => ({
        type: 'function' as const,
        name,
        description,
        parameters: { ...inputSchema },
        strict: false,
      })),
      ...(!refused.has('parallel_tool_calls') && { parallel_tool_calls: parallelCalls }),
    }),
    input: input.flat(),
  };
  return {
    sent: new Set(Object.keys(body)),
    send: (client, signal) => client.responses.create(body, { signal }),
  };
}

async function itemsOf(
  role: Message['role'],
  block: AssistantBlock | UserBlock,
  loadBlob: LoadBlob,
): Promise<ResponseInputItem[]> {
  switch (block.type) {
    case 'text':
      return block.text.trim() === '' ? [] : [{ type: 'message', role, content: block.text }];
    case 'opaque':
      return [JSON.parse(block.json) as ResponseInputItem];
    case 'tool_call':
      return [
        { type: 'function_call', call_id: block.id, name: block.tool, arguments: textOfInput(block.input) },
      ];
    case 'tool_result':
      return [await callOutput(block, loadBlob)];
  }
}

async function callOutput(
  { id: call_id, content }: ToolResult,
  loadBlob: LoadBlob,
): Promise<ResponseInputItem.FunctionCallOutput> {
  const type = 'function_call_output';
  if (content.some((block) => block.type === 'image')) {
    const parts = await Promise.all(content.map((block) => outputPart(block, loadBlob)));
    return { type, call_id, output: parts.flat() };
  }
  const text = content.map((block) => (block.type === 'text' ? block.text : '')).join('\n');
  return { type, call_id, output: text.trim() === '' ? 'No output.' : text };
}

async function outputPart(
  block: ResultContent,
  loadBlob: LoadBlob,
): Promise<ResponseFunctionCallOutputItem[]> {
  if (block.type === 'image') {
    return [{ type: 'input_image', image_url: await dataUrl(block, loadBlob), detail: 'auto' }];
  }
  return block.text.trim() === '' ? [] : [{ type: 'input_text', text: block.text }];
}
