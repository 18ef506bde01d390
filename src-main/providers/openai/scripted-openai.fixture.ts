import { afterEach } from 'vitest';
import { type Answer, type LoopbackModel, loopbackModel } from '../loopback-model.fixture';
import type { ModelRequest } from '../provider';
import { chatEnd, chunk, messageItem, responseCreated, responseEnd } from './loopback-openai.fixture';
import { type OpenaiOptions, openaiProvider } from './openai-provider';

export const key = 'sk-test-0123456789';
export const request: ModelRequest = {
  system: 'Be brief.',
  messages: [{ role: 'user', content: [{ type: 'text', text: 'Read both files.' }] }],
  tools: [
    {
      name: 'read_file',
      description: 'Reads.',
      inputSchema: { type: 'object', properties: { path: { type: 'string' } } },
    },
    { name: 'click', description: 'Clicks.', inputSchema: { type: 'object' } },
  ],
  parallelCalls: true,
  maxOutputTokens: 1024,
};

let server: LoopbackModel | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

/** A provider of a loopback server that follows the script; time does not pass, and how long was slept is noted. */
export async function scripted(
  api: OpenaiOptions['api'],
  script: readonly Answer[],
  changed: Partial<OpenaiOptions> = {},
) {
  const running = await loopbackModel(script);
  server = running;
  const slept: number[] = [];
  const provider = openaiProvider({
    apiKey: key,
    model: 'gpt-5',
    api,
    baseUrl: `${running.baseUrl}/v1`,
    maxRetries: 2,
    loadBlob: async () => Buffer.from('picture'),
    pause: async (milliseconds) => void slept.push(milliseconds),
    random: () => 0,
    now: () => Date.parse('2026-11-23T05:00:00Z'),
    ...changed,
  });
  return { provider, slept, running };
}

export const told = { input: 100, output: 40, cacheRead: 2000, cacheWrite: 0 };
export const started = (block: number, kind: string, tool: string | null = null) => ({
  type: 'block-started',
  block,
  kind,
  tool,
});
export const text = (block: number, said: string) => ({ type: 'text', block, text: said });
export const input = (block: number, json: string) => ({ type: 'call-input', block, json });
export const call = (id: string, tool: string, given: unknown) => ({
  type: 'tool_call',
  id,
  tool,
  input: given,
});
export const ready = (block: number, of: ReturnType<typeof call>) => ({
  type: 'call-ready',
  block,
  call: of,
});
export const responded = (content: unknown[], stopReason = 'end_turn', usage: unknown = told) => ({
  type: 'responded',
  content,
  stopReason,
  usage,
  costUsd: null,
});

export const hello = {
  chat: [chunk({ role: 'assistant', content: 'Hello' }), ...chatEnd('stop')],
  responses: [responseCreated, ...messageItem(0, 'Hello'), responseEnd('completed')],
};
export const helloHeard = [
  started(0, 'text'),
  text(0, 'Hello'),
  responded([{ type: 'text', text: 'Hello' }]),
];
