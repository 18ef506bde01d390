import type OpenAI from 'openai';
import { toApi as toMessages } from '../providers/anthropic/to-api';
import type { Asking } from '../providers/openai/api';
import { toApi as toChat } from '../providers/openai/chat/to-api';
import { toApi as toResponses } from '../providers/openai/responses/to-api';
import type { ModelRequest } from '../providers/provider';
import { chatObjection, messagesObjection, responsesObjection } from '../providers/wire-rules/index';

const loadBlob = () => Promise.resolve(new TextEncoder().encode('picture'));
const openai = { model: 'any', isOpenai: true, refused: new Set<never>() };
const never = new AbortController().signal;

/**
 * What each of the three APIs has against a request, as our providers put it to them.
 *
 * @returns the first objection under the name of its API, or null
 */
export async function firstObjection(request: ModelRequest): Promise<string | null> {
  const judged = {
    messages: messagesObjection(await toMessages('any', request, loadBlob)),
    chat: chatObjection(await bodyOf(await toChat(openai, request, loadBlob))),
    responses: responsesObjection(await bodyOf(await toResponses(openai, request, loadBlob))),
  };
  const [found] = Object.entries(judged).filter(([, objection]) => objection !== null);
  return found === undefined ? null : `${found[0]}: ${found[1]}`;
}

/** What would go over the wire: a client that only takes it down. */
async function bodyOf(asking: Asking): Promise<unknown> {
  let taken: unknown = null;
  const create = (body: unknown) => {
    taken = body;
    return Promise.resolve([]);
  };
  const client = { chat: { completions: { create } }, responses: { create } };
  await asking.send(client as unknown as OpenAI, never);
  if (taken === null) throw new Error('Nothing was sent.');
  return JSON.parse(JSON.stringify(taken)) as unknown;
}
