import type { Message, ToolResult } from '../../../../src-main/contract/messages';
import type { Call, TraceModel, Turn } from '../../../../src-main/contract/trace-model';
import type { Provider } from '../../../../src-main/providers/provider';
import { failureText } from '../../../../src-main/scheduler/index';
import type { Tool } from '../../../../src-main/tools/tool';

/** The conversation as a recording tells it, however the run ended: what each call ended with is its result. */
export function transcriptOf({ turns }: TraceModel): Message[] {
  const sent = turns.flatMap(({ model }) => model?.sent ?? []);
  // The tasks of a plan are a turn too, but none of the model's.
  const last = turns.findLast(({ model }) => model !== null);
  return last === undefined ? sent : [...sent, ...saidIn(last)];
}

function saidIn({ model, calls }: Turn): Message[] {
  if (model?.ended?.kind !== 'responded') return [];
  const answer: Message = { role: 'assistant', content: [...model.ended.content] };
  return calls.length === 0 ? [answer] : [answer, { role: 'user', content: calls.map(resultOf) }];
}

function resultOf({ id, ended }: Call): ToolResult {
  if (ended === null) throw new Error(`the recording does not say how ${id} ended`);
  const { outcome, failure, content } = ended;
  const said = failure === null ? [] : [{ type: 'text' as const, text: failureText(failure) }];
  return { type: 'tool_result', id, content: [...said, ...content], isError: outcome !== 'succeeded' };
}

/** One more request of the same conversation. A text of the user's goes behind the results, in the same message. */
export async function askOnce(
  provider: Provider,
  messages: readonly Message[],
  tools: readonly Tool[],
  text: string,
): Promise<void> {
  const last = messages.at(-1);
  const said = { type: 'text' as const, text };
  const before = last?.role === 'user' ? messages.slice(0, -1) : messages;
  const content = last?.role === 'user' ? [...last.content, said] : [said];
  const request = {
    system: '',
    messages: [...before, { role: 'user' as const, content }],
    tools,
    parallelCalls: true,
    maxOutputTokens: 1024,
  };
  for await (const event of provider.respond(request, new AbortController().signal))
    if (event.type === 'failed') throw new Error(event.failure.sentence);
}
