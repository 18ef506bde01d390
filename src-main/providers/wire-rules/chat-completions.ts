import { z } from 'zod';
import { issueOf, nameOf, repeated } from './issue';

const Parts = z.array(z.looseObject({ type: z.string() })).min(1);
const Content = z.union([z.string(), Parts]);
const id = z.string().min(1).max(40);
const Call = z.looseObject({
  id,
  type: z.literal('function'),
  function: z.looseObject({ name: nameOf(64), arguments: z.string() }),
});

const Message = z.discriminatedUnion('role', [
  z.looseObject({ role: z.enum(['system', 'developer', 'user']), content: Content }),
  z.looseObject({
    role: z.literal('assistant'),
    content: Content.nullish(),
    tool_calls: z.array(Call).min(1).optional(),
  }),
  z.looseObject({ role: z.literal('tool'), tool_call_id: id, content: Content }),
]);
const Body = z.looseObject({
  model: z.string().min(1),
  messages: z.array(Message).min(1),
  tools: z
    .array(z.looseObject({ type: z.string(), function: z.looseObject({ name: nameOf(64) }).optional() }))
    .optional(),
});

/**
 * What the Chat Completions API answers with 400 for, written from its rules and from no client's code: an assistant message
 * with calls is followed at once by one tool message for each of them, and a tool message stands nowhere else; arguments
 * are the text of a JSON object; an assistant message has something to say or to call.
 *
 * @param body the request's
 * @returns the first objection, or null
 */
export function chatObjection(body: unknown): string | null {
  const parsed = Body.safeParse(body);
  if (!parsed.success) return issueOf(parsed.error);
  const { messages, tools } = parsed.data;
  const twice = repeated((tools ?? []).flatMap((tool) => tool.function?.name ?? []));
  if (twice !== null) return `tools: ${twice} comes twice`;
  let asked: readonly string[] = [];
  let open = new Set<string>();
  for (const [place, message] of messages.entries()) {
    if (message.role === 'tool') {
      const { tool_call_id } = message;
      if (!asked.includes(tool_call_id))
        return `messages.${place}: an answer to ${tool_call_id}, which was not called before it`;
      if (!open.delete(tool_call_id)) return `messages.${place}: ${tool_call_id} is answered twice`;
      continue;
    }
    if (open.size > 0) return `messages.${place}: no answer to ${[...open].join(', ')}`;
    const calls = message.role === 'assistant' ? (message.tool_calls ?? []) : [];
    asked = calls.map((call) => call.id);
    open = new Set(asked);
    const again = repeated(asked);
    if (again !== null) return `messages.${place}: the call id ${again} comes twice`;
    const broken = calls.find((call) => !isObject(call.function.arguments));
    if (broken !== undefined) return `messages.${place}: the arguments of ${broken.id} are no JSON object`;
    if (message.role === 'assistant' && calls.length === 0 && (message.content ?? '') === '')
      return `messages.${place}: says nothing and calls nothing`;
  }
  return open.size === 0 ? null : `no answer to ${[...open].join(', ')}`;
}

/** Whether a text is that of a JSON object. */
export function isObject(text: string): boolean {
  try {
    return z.record(z.string(), z.json()).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
