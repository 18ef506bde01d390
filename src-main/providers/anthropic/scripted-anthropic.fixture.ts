import { afterEach } from 'vitest';
import { type Answer, type LoopbackModel, loopbackModel } from '../loopback-model.fixture';
import type { ModelRequest } from '../provider';
import { type AnthropicOptions, anthropicProvider } from './anthropic-provider';
import { messageEnd, messageStart, textBlock } from './loopback-anthropic.fixture';

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
export async function scripted(script: readonly Answer[], changed: Partial<AnthropicOptions> = {}) {
  const running = await loopbackModel(script);
  server = running;
  const slept: number[] = [];
  const provider = anthropicProvider({
    apiKey: key,
    model: 'claude-sonnet-4-6',
    baseUrl: running.baseUrl,
    maxRetries: 2,
    loadBlob: async () => Buffer.from('picture'),
    pause: async (milliseconds) => void slept.push(milliseconds),
    random: () => 0,
    now: () => Date.parse('2026-11-23T05:00:00Z'),
    ...changed,
  });
  return { provider, slept, running };
}

export const told = { input: 100, output: 40, cacheRead: 2000, cacheWrite: 300 };
export const cost = (100 * 3 + 40 * 15 + 2000 * 0.3 + 300 * 3.75) / 1_000_000;
export const started = (index: number, kind: string, tool: string | null = null) => ({
  type: 'block-started',
  block: index,
  kind,
  tool,
});
export const responded = (content: unknown[], stopReason = 'end_turn') => ({
  type: 'responded',
  content,
  stopReason,
  usage: told,
  costUsd: cost,
});
export const call = (id: string, tool: string, input: unknown) => ({ type: 'tool_call', id, tool, input });
export const ready = (block: number, of: ReturnType<typeof call>) => ({
  type: 'call-ready',
  block,
  call: of,
});
export const input = (block: number, json: string) => ({ type: 'call-input', block, json });
export const hello = [messageStart, ...textBlock(0, 'Hello'), ...messageEnd('end_turn')];
export const helloHeard = [
  started(0, 'text'),
  { type: 'text', block: 0, text: 'Hello' },
  responded([{ type: 'text', text: 'Hello' }]),
];
