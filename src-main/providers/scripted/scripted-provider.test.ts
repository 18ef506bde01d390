import { describe, expect, it } from 'vitest';
import type { Pause } from '../../contract/clock';
import type { ModelEvent, ModelRequest } from '../provider';
import type { ScriptedProgram } from './program';
import { piecesOf, scriptedProvider } from './scripted-provider';

const request: ModelRequest = {
  system: '',
  messages: [{ role: 'user', content: [{ type: 'text', text: 'Read both.' }] }],
  tools: [],
  parallelCalls: true,
  maxOutputTokens: 1000,
};

const twoReads: ScriptedProgram = () => ({
  text: 'I will read both of them now.',
  calls: [
    { tool: 'http_get', input: { url: 'http://127.0.0.1/a' } },
    { tool: 'http_get', input: { url: 'http://127.0.0.1/b' } },
  ],
});

/** Notes how long was to be paused; time does not pass. */
function noted(): { pause: Pause; paused: number[] } {
  const paused: number[] = [];
  return { paused, pause: async (milliseconds) => void paused.push(milliseconds) };
}

async function listen(
  program: ScriptedProgram,
  asked = request,
  { pause, signal = new AbortController().signal }: { pause: Pause; signal?: AbortSignal } = noted(),
): Promise<ModelEvent[]> {
  const provider = scriptedProvider('four-reads', program, { thinkingMs: 600, pieceMs: 12 }, pause);
  const events: ModelEvent[] = [];
  for await (const event of provider.respond(asked, signal)) events.push(event);
  return events;
}

const call = (id: string, path: string) => ({
  type: 'tool_call',
  id,
  tool: 'http_get',
  input: { url: `http://127.0.0.1/${path}` },
});
const text = { type: 'text', text: 'I will read both of them now.' };
const free = { usage: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 }, costUsd: 0 };

describe('the scripted provider', () => {
  it('says that it is a scripted demo', () => {
    expect(scriptedProvider('four-reads', twoReads, { thinkingMs: 0, pieceMs: 0 }, noted().pause).label).toBe(
      'Scripted demo: four-reads',
    );
  });

  it('thinks, then streams its blocks in order, then responds', async () => {
    const { pause, paused } = noted();
    expect(await listen(twoReads, request, { pause })).toEqual([
      { type: 'block-started', block: 0, kind: 'text', tool: null },
      { type: 'text', block: 0, text: 'I will read both ' },
      { type: 'text', block: 0, text: 'of them now.' },
      { type: 'block-started', block: 1, kind: 'tool_call', tool: 'http_get' },
      { type: 'call-ready', block: 1, call: call('call_1_1', 'a') },
      { type: 'block-started', block: 2, kind: 'tool_call', tool: 'http_get' },
      { type: 'call-ready', block: 2, call: call('call_1_2', 'b') },
      {
        type: 'responded',
        content: [text, call('call_1_1', 'a'), call('call_1_2', 'b')],
        stopReason: 'tool_use',
        ...free,
      },
    ]);
    expect(paused).toEqual([600, 12, 12, 12, 12, 12]);
  });

  it('streams a plan in pieces, and says when it is whole', async () => {
    const input = { tasks: [{ id: '1', tool: 'http_get', input: { url: 'http://127.0.0.1/a' } }] };
    const events = await listen(() => ({
      text: '',
      calls: [{ tool: 'plan', input }, ...twoReads(request).calls],
    }));
    expect(events[0]).toMatchObject({ type: 'block-started', block: 0, tool: 'plan' });
    const pieces = events.flatMap((event) => (event.type === 'call-input' ? [event.json] : []));
    expect(pieces.length).toBeGreaterThan(2);
    expect(JSON.parse(pieces.join(''))).toEqual(input);
    expect(events.slice(pieces.length + 1, pieces.length + 3)).toMatchObject([
      { type: 'call-ready', block: 0, call: { id: 'call_1_1', tool: 'plan', input } },
      { type: 'block-started', block: 1, tool: 'http_get' },
    ]);
  });

  it('sends one call where only one may come', async () => {
    const events = await listen(twoReads, { ...request, parallelCalls: false });
    expect(events.at(-1)).toMatchObject({ content: [text, call('call_1_1', 'a')], stopReason: 'tool_use' });
  });

  it('ends the turn where nothing is left to call', async () => {
    const events = await listen(() => ({ text: 'Done.', calls: [] }));
    expect(events.at(-1)).toEqual({
      type: 'responded',
      content: [{ type: 'text', text: 'Done.' }],
      stopReason: 'end_turn',
      ...free,
    });
  });

  it('stops as soon as it is aborted, while it thinks', async () => {
    const stop = new AbortController();
    const events = await listen(twoReads, request, {
      signal: stop.signal,
      pause: async () => stop.abort(),
    });
    expect(events).toMatchObject([{ type: 'failed', failure: { code: 'cancelled' } }]);
  });

  it('stops as soon as it is aborted, while it streams', async () => {
    const stop = new AbortController();
    const events = await listen(twoReads, request, {
      signal: stop.signal,
      pause: async (milliseconds) => (milliseconds === 12 ? stop.abort() : undefined),
    });
    expect(events).toMatchObject([
      { type: 'block-started', block: 0 },
      { type: 'failed', failure: { code: 'cancelled' } },
    ]);
  });

  it('reports a program that breaks as a failure', async () => {
    const events = await listen(() => {
      throw new Error('no such step');
    });
    expect(events).toMatchObject([
      { type: 'failed', failure: { code: 'internal', sentence: 'The scripted demo broke: no such step' } },
    ]);
  });

  it('loses nothing of a text when it is cut into pieces', () => {
    const said = '  One two three four five.\n\n- six\n';
    expect(piecesOf(said).join('')).toBe(said);
  });
});
