import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asking } from '../consent/asking.fixture';
import { RunId } from '../contract/ids';
import { traceLegality } from '../contract/legality';
import type { Approvals, Mode, Override } from '../contract/run-options';
import { runRequest } from '../contract/run-request.fixture';
import type { TraceBody } from '../contract/trace-event';
import { heard, manualClock } from '../scheduler/manual-clock.fixture';
import { askPersonTool } from '../tools/ask-person';
import { defineTool } from '../tools/define-tool';
import { answer as gives, written } from '../tools/outcome';
import { answer, heldModel, toolCall } from './held-model.fixture';
import { startRun } from './run';
import { oneAgent } from './succession';

/** A run with a person at hand; `write` writes below `file:/notes`, `look` reads, and each ends at once. */
async function running(approvals: Approvals, mode: Mode = 'mixed') {
  const person = asking();
  const model = heldModel();
  const clock = manualClock();
  const law = traceLegality();
  const ran: string[] = [];
  const illegal: string[] = [];
  const emit = (body: TraceBody) => {
    person.bodies.push(body);
    const at = { wall: clock.wall(), mono: clock.now(), provenance: 'recorded' as const };
    const why = law.accept({ ...body, seq: person.bodies.length, at });
    if (why !== null) illegal.push(why);
  };
  const attention = person.person.attend(emit, null);
  const write = defineTool({
    name: 'write',
    description: 'Writes.',
    input: z.object({ path: z.string(), text: z.string() }),
    effect: 'write',
    reach: { reads: [], writes: ['file:/notes'] },
    footprint: ({ path }) => ({ reads: [], writes: [`file:${path}`] }),
    program: () => null,
    inWords: ({ path, text }) => `Write ${text} to ${path}`,
    run: async ({ path, text }) => {
      ran.push(`${path}: ${text}`);
      return written('observed', 'Wrote it.');
    },
  });
  const look = defineTool({
    name: 'look',
    description: 'Looks.',
    input: z.object({}),
    effect: 'read',
    reach: { reads: ['ui:x'], writes: [] },
    footprint: () => ({ reads: ['ui:x'], writes: [] }),
    program: () => null,
    inWords: () => 'Look',
    run: async () => {
      ran.push('look');
      return gives('seen');
    },
  });
  const run = startRun({
    id: RunId.parse('asked'),
    request: runRequest({ mode, approvals }),
    appVersion: '1.0.0',
    provider: model,
    tools: () => [write, look, askPersonTool(attention)],
    succession: oneAgent,
    consent: attention,
    clock,
    emit,
    signal: null,
    verify: null,
  });
  const settle = async () => {
    for (let moment = 0; moment < 12; moment += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await heard();
    }
  };
  await settle();
  return {
    ran,
    illegal,
    model,
    stop: () => run.stop('button'),
    override: (tool: string, override: Override | null, remembered = false) =>
      run.override({ tool, override, remembered }),
    told: (...types: readonly TraceBody['type'][]) =>
      person.bodies.filter(({ type }) => types.includes(type)),
    end: async () => {
      model.say(answer([], { stopReason: 'end_turn' }));
      await settle();
    },
    async say(...calls: readonly ReturnType<typeof toolCall>[]) {
      model.say(answer([...calls]));
      await settle();
    },
    asked: () =>
      person.bodies.flatMap((body) => (body.type === 'approval-asked' ? [body.approval.sentence] : [])),
    async reply(ordinal: number, verdict: 'once' | 'run' | 'deny', typed: string | null = null) {
      const taken = person.answer(ordinal, verdict, typed);
      await settle();
      return taken;
    },
    edits: () => person.bodies.filter(({ type }) => type === 'call-edited'),
    results: () =>
      (model.requests.at(-1)?.messages.at(-1)?.content ?? []).map((block) =>
        block.type === 'tool_result'
          ? block.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')
          : '',
      ),
  };
}

const toWrite = (id: string, path: string, text = id) => toolCall(id, 'write', { path, text });

describe('asked before each write', () => {
  it('lets no write run without the word of the person, while reads go on', async () => {
    const run = await running('writes');
    await run.say(toWrite('a', '/notes/a'), toolCall('l', 'look'), toWrite('b', '/notes/b'));
    expect(run.ran).toEqual(['look']);
    expect(run.asked()).toEqual(['Write a to /notes/a.', 'Write b to /notes/b.']);
    await run.reply(1, 'once');
    expect(run.ran).toEqual(['look', '/notes/a: a']);
    await run.reply(2, 'deny');
    expect(run.ran).toEqual(['look', '/notes/a: a']);
    expect(run.results()[2]).toContain('not_approved');
    expect(run.illegal).toEqual([]);
  });

  it('is asked once where the answer is for the run', async () => {
    const run = await running('writes');
    await run.say(toWrite('a', '/notes/a'));
    await run.reply(1, 'run');
    await run.say(toWrite('b', '/notes/b'));
    expect(run.ran).toEqual(['/notes/a: a', '/notes/b: b']);
    expect(run.asked()).toHaveLength(1);
  });

  it('runs with the input that the person gave instead, records it, and tells the model', async () => {
    const run = await running('writes');
    await run.say(toWrite('a', '/notes/a'));
    const input = { path: '/notes/a', text: 'better' };
    expect(await run.reply(1, 'once', JSON.stringify(input))).toEqual({ ok: true, value: null });
    expect(run.ran).toEqual(['/notes/a: better']);
    expect(run.edits()).toEqual([{ type: 'call-edited', turn: 1, callId: 'a', input }]);
    expect(run.results()[0]).toContain('The person changed the input before it ran.');
    expect(run.results()[0]).toContain('better');
    expect(run.illegal).toEqual([]);
  });

  it.each([
    ['is no JSON', '{'],
    ['does not fit the tool', '{"path": 7}'],
    ['would touch what was not kept free for it', '{"path": "/notes/b", "text": "x"}'],
  ])('refuses an input that %s, and goes on waiting', async (_, typed) => {
    const run = await running('writes');
    await run.say(toWrite('a', '/notes/a'));
    expect(await run.reply(1, 'once', typed)).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input' },
    });
    expect(run.ran).toEqual([]);
    await run.reply(1, 'once');
    expect(run.ran).toEqual(['/notes/a: a']);
    expect(run.edits()).toEqual([]);
  });

  it('is withdrawn by a stop', async () => {
    const run = await running('writes');
    await run.say(toWrite('a', '/notes/a'));
    run.stop();
    expect(await run.reply(1, 'once')).toMatchObject({ ok: false });
    expect([run.ran, run.illegal]).toEqual([[], []]);
  });
});

describe('asked before each response', () => {
  it.each(['mixed', 'batch', 'planned'] as const)(
    'lets none of its calls run before the word on all of them, in %s',
    async (mode) => {
      const run = await running('turns', mode);
      await run.say(toWrite('a', '/notes/a'), toolCall('l', 'look'), toWrite('b', '/notes/b'));
      expect(run.ran).toEqual([]);
      expect(run.asked()).toEqual(['3 calls: Write a to /notes/a; Look; Write b to /notes/b.']);
      await run.reply(1, 'once');
      expect(run.ran.toSorted()).toEqual(['/notes/a: a', '/notes/b: b', 'look']);
      await run.say(toolCall('m', 'look'));
      expect(run.asked()).toHaveLength(2);
      await run.reply(2, 'deny');
      expect(run.ran).toHaveLength(3);
      expect(run.illegal).toEqual([]);
    },
  );
});

describe('a question of the agent', () => {
  it('waits for words, hands them over as they are, and keeps nothing else waiting', async () => {
    const run = await running('sensitive');
    const question = { question: 'Which one?', choices: ['left', 'right'] };
    await run.say(toolCall('q', 'ask_person', question), toWrite('a', '/notes/a'));
    expect([run.asked(), run.ran]).toEqual([['Which one?'], ['/notes/a: a']]);
    expect(await run.reply(1, 'once')).toMatchObject({ ok: false, failure: { code: 'invalid_input' } });
    await run.reply(1, 'once', 'the left one');
    expect(run.results()[0]).toContain('the left one');
    expect(run.illegal).toEqual([]);
  });

  it('may go without an answer', async () => {
    const run = await running('sensitive');
    await run.say(toolCall('q', 'ask_person', { question: 'Which one?' }));
    await run.reply(1, 'deny');
    expect(run.results()[0]).toContain('not_approved');
  });
});

describe('a word on a tool while the run goes on', () => {
  it('holds from the next call on, and leaves what has begun as it was', async () => {
    const run = await running('writes');
    await run.say(toWrite('a', '/notes/a'));
    run.override('write', 'read');
    expect(run.asked()).toHaveLength(1);
    await run.reply(1, 'once');
    await run.say(toWrite('b', '/notes/b'));
    expect(run.ran).toEqual(['/notes/a: a', '/notes/b: b']);
    run.override('write', 'ask');
    await run.say(toWrite('c', '/notes/c'));
    expect(run.ran).toHaveLength(2);
    await run.reply(2, 'deny');
    run.override('write', null);
    await run.say(toWrite('d', '/notes/d'));
    expect(run.asked()).toHaveLength(3);
    expect(run.told('call-queued').map((body) => 'override' in body && body.override)).toEqual([
      null,
      'read',
      'ask',
      null,
    ]);
    expect(run.illegal).toEqual([]);
  });

  it('reaches a call that was let in and waits for its turn', async () => {
    const run = await running('sensitive');
    run.override('write', 'ask');
    await run.say(toWrite('a', '/notes/same'), toWrite('b', '/notes/same'));
    run.override('write', null);
    await run.reply(1, 'once');
    expect([run.asked(), run.ran]).toEqual([
      ['Write a to /notes/same.'],
      ['/notes/same: a', '/notes/same: b'],
    ]);
  });

  it('keeps all else of its turn away from a call that is to run alone', async () => {
    const run = await running('sensitive');
    run.override('look', 'alone');
    run.override('write', 'ask');
    await run.say(toWrite('a', '/notes/a'), toolCall('l', 'look'));
    expect(run.ran).toEqual([]);
    await run.reply(1, 'once');
    expect(run.ran).toEqual(['/notes/a: a', 'look']);
  });

  it('is recorded once, unless it is to be remembered, and not after the end', async () => {
    const run = await running('sensitive');
    run.override('look', 'ask');
    run.override('look', 'ask');
    run.override('look', 'ask', true);
    await run.end();
    run.override('look', null);
    const said = { type: 'override-changed', tool: 'look', override: 'ask' };
    expect(run.told('override-changed', 'run-ended')).toMatchObject([
      { ...said, remembered: false },
      { ...said, remembered: true },
      { type: 'run-ended' },
    ]);
    expect(run.illegal).toEqual([]);
  });
});
