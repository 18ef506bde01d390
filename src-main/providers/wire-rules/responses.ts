import { z } from 'zod';
import { isObject } from './chat-completions';
import { issueOf, nameOf, repeated } from './issue';

const callId = z.string().min(1).max(64);
const Item = z.looseObject({
  type: z.string().default('message'),
  id: z.string().nullish(),
});
const FunctionCall = z.looseObject({ call_id: callId, name: nameOf(128), arguments: z.string() });
const Output = z.looseObject({
  call_id: callId,
  output: z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]),
});
const Said = z.looseObject({
  role: z.enum(['user', 'assistant', 'system', 'developer']),
  content: z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]),
});
const Body = z.looseObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(Item)]),
  tools: z.array(z.looseObject({ type: z.string(), name: nameOf(128).optional() })).optional(),
});

const kinds = { function_call: FunctionCall, function_call_output: Output, message: Said } as const;

/**
 * What the Responses API answers with 400 for, written from its rules and from no client's code: each call has exactly one
 * output, which comes after it; no output is without its call; no item comes twice; arguments are the text of a JSON object.
 *
 * @param body the request's
 * @param earlier the items that the server keeps of the response named by `previous_response_id`
 * @returns the first objection, or null
 */
export function responsesObjection(body: unknown, earlier: readonly unknown[] = []): string | null {
  const parsed = Body.safeParse(body);
  if (!parsed.success) return issueOf(parsed.error);
  const { input, tools } = parsed.data;
  const twice = repeated((tools ?? []).flatMap(({ name }) => name ?? []));
  if (twice !== null) return `tools: ${twice} comes twice`;
  const items = [...z.array(Item).parse(earlier), ...(typeof input === 'string' ? [] : input)];
  if (items.length === 0 && input.length === 0) return 'input: is empty';
  const called = new Set<string>();
  const answered = new Set<string>();
  for (const [place, item] of items.entries()) {
    const objection = shapeObjection(item) ?? placeObjection(item, called, answered);
    if (objection !== null) return `input.${place}: ${objection}`;
  }
  const open = [...called].filter((id) => !answered.has(id));
  if (open.length > 0) return `no output for ${open.join(', ')}`;
  const again = repeated(items.flatMap(({ id }) => id ?? []));
  return again === null ? null : `input: the item ${again} comes twice`;
}

function shapeObjection(item: z.infer<typeof Item>): string | null {
  const kind = Object.entries(kinds).find(([type]) => type === item.type)?.[1];
  const shape = kind?.safeParse(item);
  return shape?.error === undefined ? null : issueOf(shape.error);
}

function placeObjection(item: unknown, called: Set<string>, answered: Set<string>): string | null {
  const call = z.looseObject({ type: z.literal('function_call'), ...FunctionCall.shape }).safeParse(item);
  if (call.success) {
    const { call_id, arguments: given } = call.data;
    if (called.has(call_id)) return `the call ${call_id} comes twice`;
    called.add(call_id);
    return isObject(given) ? null : `the arguments of ${call_id} are no JSON object`;
  }
  const output = z.looseObject({ type: z.literal('function_call_output'), ...Output.shape }).safeParse(item);
  if (!output.success) return null;
  const { call_id } = output.data;
  if (!called.has(call_id)) return `an output for ${call_id}, which was not called before it`;
  if (answered.has(call_id)) return `${call_id} is answered twice`;
  answered.add(call_id);
  return null;
}
