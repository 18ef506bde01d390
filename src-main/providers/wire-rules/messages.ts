import { z } from 'zod';
import { issueOf, nameOf, repeated } from './issue';

const Text = z.looseObject({ type: z.literal('text'), text: z.string().regex(/\S/, 'is blank') });
const ToolUse = z.looseObject({
  type: z.literal('tool_use'),
  id: nameOf(128),
  name: nameOf(128),
  input: z.record(z.string(), z.json()),
});
const ResultPart = z.looseObject({ type: z.string(), text: z.string().min(1, 'is empty').optional() });
const ToolResult = z.looseObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string(),
  content: z.union([z.string(), z.array(ResultPart)]).optional(),
  is_error: z.boolean().optional(),
});
const other = /^(?!(?:text|tool_use|tool_result)$)/;
const Block = z.union([Text, ToolUse, ToolResult, z.looseObject({ type: z.string().regex(other) })]);
type Block = z.infer<typeof Block>;

const Message = z.looseObject({
  role: z.enum(['user', 'assistant']),
  content: z.union([z.string().regex(/\S/, 'is blank'), z.array(z.looseObject({ type: z.string() })).min(1)]),
});
const Body = z.looseObject({
  model: z.string().min(1),
  max_tokens: z.int().min(1),
  messages: z.array(Message).min(1),
  tools: z.array(z.looseObject({ name: nameOf(128) })).optional(),
});

/**
 * What the Messages API answers with 400 for, written from its rules and from no client's code: the first and the last
 * message are the user's; nothing is empty; an id is of letters, digits, `_` and `-` and comes once; each call is answered
 * exactly once, in the very next message, which is the user's and begins with the results; whoever has calls has tools; at
 * most four blocks carry a cache mark.
 *
 * @param body the request's
 * @returns the first objection, or null
 */
export function messagesObjection(body: unknown): string | null {
  const parsed = Body.safeParse(body);
  if (!parsed.success) return issueOf(parsed.error);
  const { messages, tools } = parsed.data;
  if (messages[0]?.role !== 'user') return 'messages.0: the first message is not of the user';
  if (messages.at(-1)?.role !== 'user') return 'the last message is not of the user';
  const twice = repeated((tools ?? []).map(({ name }) => name));
  if (twice !== null) return `tools: ${twice} comes twice`;
  if (cacheMarks(body) > 4) return 'more than four blocks carry a cache mark';
  return conversationObjection(messages, tools !== undefined && tools.length > 0);
}

function conversationObjection(messages: z.infer<typeof Message>[], hasTools: boolean): string | null {
  const known = new Set<string>();
  let awaited: readonly string[] = [];
  for (const [place, { role, content }] of messages.entries()) {
    const blocks = z.array(Block).safeParse(typeof content === 'string' ? [] : content);
    if (!blocks.success) return `messages.${place}.content.${precise(content, blocks.error)}`;
    const answers = role === 'user' ? answersObjection(blocks.data, awaited) : unanswered(awaited);
    if (answers !== null) return `messages.${place}: ${answers}`;
    const misplaced = blocks.data.find(({ type }) => type === (role === 'user' ? 'tool_use' : 'tool_result'));
    if (misplaced !== undefined) return `messages.${place}: a ${misplaced.type} can't be of the ${role}`;
    awaited = blocks.data.flatMap((block) => (isToolUse(block) ? [block.id] : []));
    if (awaited.length > 0 && !hasTools) return `messages.${place}: there are calls, and no tools`;
    const again = awaited.find((id) => known.has(id)) ?? repeated(awaited);
    if (again !== null) return `messages.${place}: the call id ${again} comes twice`;
    for (const id of awaited) known.add(id);
    if (role === 'assistant' && blocks.data.length > 0 && blocks.data.every(thinks))
      return `messages.${place}: only thinks`;
  }
  return null;
}

function answersObjection(blocks: readonly Block[], awaited: readonly string[]): string | null {
  const results = blocks.filter(isToolResult);
  if (blocks.slice(0, results.length).some((block) => !isToolResult(block)))
    return 'a result comes after another block';
  const answered = results.map(({ tool_use_id }) => tool_use_id);
  const unknown = answered.find((id) => !awaited.includes(id));
  if (unknown !== undefined) return `a result for ${unknown}, which the message before does not call`;
  const twice = repeated(answered);
  if (twice !== null) return `${twice} is answered twice`;
  return unanswered(awaited.filter((id) => !answered.includes(id)));
}

function unanswered(ids: readonly string[]): string | null {
  return ids.length === 0 ? null : `no result for ${ids.join(', ')}`;
}

/** A union can only say that none of its kinds fits; the kind that was meant says why. */
function precise(content: unknown, error: z.ZodError): string {
  const at = Number(error.issues[0]?.path[0] ?? 0);
  const block = z.array(z.looseObject({ type: z.string() })).parse(content)[at];
  const meant = [Text, ToolUse, ToolResult].find(({ shape }) => shape.type.value === block?.type);
  const why = meant?.safeParse(block).error;
  return `${at}.${issueOf(why ?? error)}`;
}

function isToolUse(block: Block): block is z.infer<typeof ToolUse> {
  return block.type === 'tool_use';
}

function isToolResult(block: Block): block is z.infer<typeof ToolResult> {
  return block.type === 'tool_result';
}

function thinks({ type }: Block): boolean {
  return type === 'thinking' || type === 'redacted_thinking';
}

/** In tools, system and messages, at any depth, but not in what a call was given. */
function cacheMarks(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = 'cache_control' in value && value.cache_control !== null ? 1 : 0;
  return Object.entries(value).reduce(
    (marks, [key, inner]) => marks + (key === 'input' || key === 'input_schema' ? 0 : cacheMarks(inner)),
    own,
  );
}
