import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { unaskedPerson } from '../bridge/consent.fixture';
import { RunId } from '../contract/ids';
import { traceLegality } from '../contract/legality';
import { defaultLimits } from '../contract/run-options';
import { runRequest } from '../contract/run-request.fixture';
import type { StopSource, TraceBody, TraceEvent } from '../contract/trace-event';
import { heard, manualClock } from '../scheduler/manual-clock.fixture';
import { defineTool } from '../tools/define-tool';
import type { Tool, ToolOutcome } from '../tools/tool';
import { answer, type HeldModelOptions, heldModel, toolCall } from './held-model.fixture';
import { type RunSetup, startRun } from './run';
import { oneAgent } from './succession';

const seen: ToolOutcome = {
  content: [{ type: 'text', text: 'seen' }],
  failure: null,
  delivery: null,
  value: null,
};
const verification = { verified: true, checks: [], wrongElementWrites: 0 };

function tool(name: string, run: () => Promise<ToolOutcome>): Tool {
  return defineTool({
    name,
    description: `Does ${name}. And more.`,
    input: z.object({}),
    effect: 'read',
    reach: { reads: [name], writes: [] },
    footprint: () => ({ reads: [name], writes: [] }),
    program: () => null,
    inWords: () => 'Do it',
    run,
  });
}

const request = runRequest();

function running(given: Partial<RunSetup> & { readonly model?: HeldModelOptions } = {}) {
  const { model: modelOptions, ...setup } = given;
  const model = heldModel(modelOptions);
  const clock = manualClock();
  const law = traceLegality();
  const bodies: TraceBody[] = [];
  const illegal: string[] = [];
  const run = startRun({
    id: RunId.parse('run-1'),
    request,
    appVersion: '1.0.0',
    provider: model,
    tools: () => [
      tool('look', () => Promise.resolve(seen)),
      tool('hang', () => new Promise(() => undefined)),
    ],
    succession: oneAgent,
    consent: unaskedPerson,
    clock,
    emit(body) {
      bodies.push(body);
      const at = { wall: clock.wall(), mono: clock.now(), provenance: 'recorded' as const };
      const said = law.accept({ ...body, seq: bodies.length, at } satisfies TraceEvent);
      if (said !== null) illegal.push(said);
    },
    signal: null,
    verify: () => Promise.resolve(verification),
    ...setup,
  });
  return {
    model,
    clock,
    bodies,
    illegal,
    async say(...events: ReadonlyArray<Parameters<typeof model.say>[0]>) {
      await heard();
      for (const event of events) model.say(event);
      await heard();
    },
    async stop(by: StopSource) {
      run.stop(by);
      await heard();
      clock.advance(0);
      await heard();
    },
    async ended() {
      const status = await run.done;
      expect(illegal).toEqual([]);
      expect(clock.pending).toBe(0);
      return { status, types: bodies.map(({ type }) => type), last: bodies.at(-1) };
    },
  };
}

describe('a run', () => {
  it('goes from the task through a turn of calls to the end, and is verified before it ends', async () => {
    const run = running();
    await run.say({ type: 'block-started', block: 0, kind: 'tool_call', tool: 'look' });
    await run.say(answer([toolCall('a', 'look'), toolCall('b', 'nothing')]));
    await run.say(answer(['Done.']));
    const { status, types } = await run.ended();
    expect(status).toBe('completed');
    expect(types).toEqual([
      'run-started',
      'turn-started',
      'model-requested',
      'model-block-started',
      'model-responded',
      'call-proposed',
      'call-proposed',
      'call-queued',
      'call-queued',
      'call-ended',
      'call-started',
      'call-ended',
      'turn-started',
      'model-requested',
      'model-responded',
      'run-verified',
      'run-ended',
    ]);
    expect(run.bodies[0]).toMatchObject({
      tools: [{ name: 'look', summary: 'Does look.', effect: 'read', place: 'machine' }, {}],
    });
    const [first, second] = run.model.requests;
    expect(first?.messages).toHaveLength(1);
    expect(second?.messages.at(-1)).toMatchObject({
      role: 'user',
      content: [
        { id: 'a', isError: false },
        {
          id: 'b',
          isError: true,
          content: [
            {
              text: 'unknown_tool:\n<tool-data>\nThere is no tool "nothing". Use one of: look, hang.\n</tool-data>',
            },
          ],
        },
      ],
    });
  });

  it('gathers the text of an answer for 50 ms, and loses none', async () => {
    const run = running();
    await run.say({ type: 'block-started', block: 0, kind: 'text', tool: null });
    for (const text of ['He', 'll', 'o']) await run.say({ type: 'text', block: 0, text });
    run.clock.advance(49);
    expect(run.bodies.at(-1)?.type).toBe('model-block-started');
    run.clock.advance(1);
    await run.say({ type: 'text', block: 0, text: ', ' }, { type: 'text', block: 1, text: 'you' });
    await run.say(answer(['Hello, ', 'you']));
    await run.ended();
    const texts = run.bodies.filter(({ type }) => type === 'model-text' || type === 'model-block-started');
    expect(texts).toMatchObject([
      { type: 'model-block-started', block: 0 },
      { block: 0, text: 'Hello' },
      { block: 0, text: ', ' },
      { type: 'model-block-started', block: 1, kind: 'text' },
      { block: 1, text: 'you' },
    ]);
  });

  it('forgets what a lost attempt said', async () => {
    const failure = { code: 'model_overloaded', sentence: 'Busy.', next: 'Wait.' } as const;
    const run = running();
    await run.say({ type: 'text', block: 0, text: 'lost' });
    await run.say({ type: 'retrying', attempt: 1, delayMs: 10, failure });
    await run.say({ type: 'text', block: 0, text: 'kept' });
    await run.say(answer(['kept']));
    expect((await run.ended()).types.slice(3, 9)).toEqual([
      'model-block-started',
      'model-text',
      'model-retrying',
      'model-block-started',
      'model-text',
      'model-responded',
    ]);
  });
});

describe('a stop', () => {
  it.each([true, false])('ends the answer of a model that heeds it: %s', async (heedsAbort) => {
    const run = running({ model: { heedsAbort } });
    await run.say({ type: 'text', block: 0, text: 'I am' });
    await run.stop('escape');
    const { status, types, last } = await run.ended();
    expect(status).toBe('stopped');
    expect(types.slice(3)).toEqual([
      'model-block-started',
      'stop-requested',
      'model-text',
      'model-failed',
      'run-verified',
      'run-ended',
    ]);
    expect(run.bodies.find(({ type }) => type === 'model-failed')).toMatchObject({
      failure: { code: 'cancelled' },
    });
    expect(last).toMatchObject({
      failure: { code: 'stopped', sentence: 'You stopped the run with Escape.' },
    });
  });

  it('ends a call that hangs', async () => {
    const run = running();
    await run.say(answer([toolCall('a', 'hang')]));
    await run.stop('button');
    const { status, types } = await run.ended();
    expect(status).toBe('stopped');
    expect(types.slice(-5)).toEqual([
      'call-started',
      'stop-requested',
      'call-ended',
      'run-verified',
      'run-ended',
    ]);
  });

  it('may come from outside, and before the start', async () => {
    const outside = new AbortController();
    outside.abort('window_closed');
    const run = running({ signal: outside.signal });
    expect((await run.ended()).types).toEqual(['run-started', 'stop-requested', 'run-verified', 'run-ended']);
    expect(run.bodies[1]).toMatchObject({ by: 'window_closed' });
  });

  it('comes from a recording that broke, and is told as its failure, by nobody in particular', async () => {
    const recording = new AbortController();
    const run = running({ signal: recording.signal });
    await run.say(answer([toolCall('a', 'hang')]));
    recording.abort({ code: 'io_failed', sentence: 'The disk is full.', next: 'Make room.' });
    await heard();
    run.clock.advance(0);
    const { status, last, types } = await run.ended();
    expect(status).toBe('failed');
    expect(types).not.toContain('stop-requested');
    expect(last).toMatchObject({ failure: { code: 'io_failed', sentence: 'The disk is full.' } });
  });

  it('comes by itself when the time is up', async () => {
    const run = running({ request: { ...request, limits: { ...defaultLimits, minutes: 1 } } });
    await heard();
    run.clock.advance(60_000);
    await heard();
    run.clock.advance(0);
    const { status, last } = await run.ended();
    expect(status).toBe('limit');
    expect(last).toMatchObject({ failure: { code: 'limit_minutes' } });
  });
});

describe('what must not happen', () => {
  it('an answer that breaks off is a failure of the model', async () => {
    const run = running();
    await heard();
    run.model.breakOff();
    const { status, last } = await run.ended();
    expect(status).toBe('failed');
    expect(last).toMatchObject({ failure: { code: 'model_stream_broken' } });
  });

  it('a provider that throws is a bug: the run ends as failed, and its trace is whole', async () => {
    const run = running();
    await run.say({ type: 'text', block: 0, text: 'I' });
    run.model.throw(new Error('no such thing'));
    const { status, types, last } = await run.ended();
    expect(status).toBe('failed');
    expect(types.slice(3)).toEqual([
      'model-block-started',
      'model-text',
      'model-failed',
      'run-verified',
      'run-ended',
    ]);
    expect(last).toMatchObject({ failure: { code: 'internal', sentence: 'Interlock broke: no such thing' } });
  });

  it('a bug while calls run ends them, and what they say later is not heard', async () => {
    const nothing = tool('nothing', () => Promise.resolve(null as unknown as ToolOutcome));
    const run = running({ tools: () => [nothing, tool('hang', () => new Promise(() => undefined))] });
    await run.say(answer([toolCall('a', 'hang'), toolCall('b', 'nothing')]));
    run.clock.advance(0);
    await heard();
    const { status, types } = await run.ended();
    expect(status).toBe('failed');
    expect(types.slice(8)).toEqual([
      'call-started',
      'call-started',
      'call-ended',
      'call-ended',
      'run-verified',
      'run-ended',
    ]);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('no record'))],
    ['hangs', () => new Promise<never>(() => undefined)],
  ])('a verification that %s fails the run', async (_, verify) => {
    const run = running({ verify });
    await run.say(answer(['Done.']));
    run.clock.advance(10_000);
    const { status, types, last } = await run.ended();
    expect(status).toBe('failed');
    expect(types.at(-2)).toBe('model-responded');
    expect(last).toMatchObject({ failure: { code: 'internal' } });
  });
});
