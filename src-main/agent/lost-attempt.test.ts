import { describe, expect, it } from 'vitest';
import type { ToolCall } from '../contract/messages';
import type { ModelEvent } from '../providers/provider';
import { heard } from '../scheduler/manual-clock.fixture';
import { answer, heldModel, toolCall } from './held-model.fixture';
import { toldIn, type WatchedOptions, watchedRun } from './lost-attempt.fixture';

/** A run whose model is heard call by call. */
function running(options: WatchedOptions = {}) {
  const model = heldModel();
  const run = watchedRun(model, options);
  const say = async (...events: readonly ModelEvent[]) => {
    for (const event of events) {
      await heard();
      model.say(event);
    }
    for (let moment = 0; moment < 6; moment += 1) await heard();
  };
  return {
    ...run,
    say,
    /** The model moves on from each of these calls. */
    begin: (...calls: readonly ToolCall[]) =>
      say(...calls.map((call, block): ModelEvent => ({ type: 'call-ready', block, call }))),
    lose: () => say({ type: 'retrying', attempt: 1, delayMs: 0, failure: broken }),
    fail: () => say({ type: 'failed', failure: broken }),
    /** The answer is whole; each of its calls was heard before. */
    answer: (...calls: readonly ToolCall[]) => say(answer([...calls])),
    end: () => say(answer(['Done.'])),
    told: () => toldIn(model.requests.at(-1)?.messages ?? []),
    asked: () => model.requests.length,
  };
}

const broken = { code: 'model_stream_broken', sentence: 'It broke.', next: 'Wait.' } as const;
const look = (id: string, on = 'all') => toolCall(id, 'look', { on });
const press = (id: string, on: string) => toolCall(id, 'press', { on });
const save = (id: string, on: string) => toolCall(id, 'save', { on });

describe('a read that began in an attempt which was lost', () => {
  it('is asked for again, and its result is the one that it had', async () => {
    const run = running();
    await run.begin(look('a'));
    await run.lose();
    await run.begin(look('b'));
    await run.answer(look('b'));
    expect([run.ran, run.ends()]).toEqual([['look all'], ['look all: succeeded']]);
    expect(run.told()).toEqual([expect.stringContaining('look all after 0 writes')]);
    await run.end();
    expect(await run.over()).toBe('completed');
  });

  it('is not asked for again, and nobody is told', async () => {
    const run = running();
    await run.begin(look('a'), look('b', 'part'));
    await run.lose();
    await run.begin(look('c', 'part'));
    await run.answer(look('c', 'part'));
    expect(run.told()).toEqual([expect.stringMatching(/^b: [^]*look part after 0 writes/)]);
    await run.end();
    expect(await run.over()).toBe('completed');
  });

  it('is read anew where it now comes after a write that it had come before', async () => {
    const run = running();
    await run.begin(look('a'), press('b', 'ok'));
    await run.lose();
    await run.begin(press('c', 'ok'), look('d'));
    await run.answer(press('c', 'ok'), look('d'));
    expect(run.ran).toEqual(['look all', 'press ok', 'look all']);
    expect(run.told()).toEqual([
      expect.stringContaining('press ok'),
      expect.stringContaining('look all after 1 writes'),
    ]);
    await run.end();
    expect(await run.over()).toBe('completed');
  });

  it('is not asked of the person twice, wherever it comes', async () => {
    const run = running();
    const ask = (id: string) => toolCall(id, 'ask_person', { question: 'Which?', choices: [] });
    await run.begin(ask('a'), save('b', 'x'));
    await run.lose();
    await run.begin(save('c', 'x'), ask('d'));
    await run.answer(save('c', 'x'), ask('d'));
    expect(run.questions()).toEqual(['asked a q1']);
    run.person.answer(1, 'once', 'This one');
    await run.say();
    expect(run.told()).toEqual([expect.stringContaining('save x'), expect.stringContaining('This one')]);
    await run.end();
    expect(await run.over()).toBe('completed');
  });
});

describe('a write that was done in an attempt which was lost', () => {
  it.each(['call by call', 'at one stroke'])(
    'is not done again where the next answer comes %s',
    async (how) => {
      const run = running();
      await run.begin(press('a', 'ok'));
      await run.lose();
      if (how === 'call by call') await run.begin(press('b', 'ok'));
      await run.answer(press('b', 'ok'));
      expect(run.ran).toEqual(['press ok']);
      expect(run.ends()).toEqual(['press ok: succeeded observed']);
      expect(run.told()).toEqual([expect.stringMatching(/^a: [^]*press ok after 1 writes/)]);
      await run.end();
      expect(await run.over()).toBe('completed');
    },
  );

  it('goes on where it had not ended, through several attempts, and ends once', async () => {
    const run = running();
    run.hold('ok');
    await run.begin(press('a', 'ok'));
    await run.lose();
    await run.begin(press('b', 'ok'));
    await run.lose();
    await run.begin(press('c', 'ok'));
    await run.answer(press('c', 'ok'));
    await run.letGo('ok');
    expect([run.ran, run.ends()]).toEqual([['press ok'], ['press ok: succeeded observed']]);
    await run.end();
    expect(await run.over()).toBe('completed');
  });

  it('is done as often as it was asked for, and no oftener', async () => {
    const run = running();
    await run.begin(press('a', 'more'), press('b', 'more'));
    await run.lose();
    await run.begin(press('c', 'more'), press('d', 'more'), press('e', 'more'));
    await run.answer(press('c', 'more'), press('d', 'more'), press('e', 'more'));
    expect(run.ran).toEqual(['press more', 'press more', 'press more']);
    await run.end();
    expect(await run.over()).toBe('completed');
  });

  it('is told to the model where its next answer asks for something else', async () => {
    const run = running();
    await run.begin(press('a', 'ok'));
    await run.lose();
    await run.begin(look('b'));
    await run.answer(look('b'));
    expect(run.told()).toEqual([
      expect.stringContaining('look all after 1 writes'),
      expect.stringMatching(/had begun press\(\{"on":"ok"\}\)[^]*not repeated[^]*press ok after 1 writes/),
    ]);
    await run.end();
    expect(run.ran).toEqual(['press ok', 'look all']);
    expect(await run.over()).toBe('completed');
  });

  it('is in the recording where the next answer asks for nothing', async () => {
    const run = running();
    await run.begin(press('a', 'ok'));
    await run.lose();
    await run.end();
    expect(await run.over()).toBe('completed');
    expect([run.ran, run.ends()]).toEqual([['press ok'], ['press ok: succeeded observed']]);
  });

  it('is recorded as unknown where it was still running when the model failed for good', async () => {
    const run = running();
    run.hold('ok');
    await run.begin(press('a', 'ok'));
    await run.lose();
    await run.begin(press('b', 'ok'));
    await run.fail();
    expect(await run.over()).toBe('failed');
    expect([run.ran, run.ends()]).toEqual([['press ok'], ['press ok: cancelled unknown']]);
  });
});

describe('a write that had not started when the attempt was lost', () => {
  const waits = async (options: WatchedOptions = {}) => {
    const run = running(options);
    run.hold('first');
    await run.begin(press('a', 'first'), press('b', 'second'));
    await run.lose();
    return run;
  };

  it('does not start unless it is asked for again', async () => {
    const run = await waits();
    await run.letGo('first');
    expect(run.ran).toEqual(['press first']);
    await run.begin(press('c', 'first'));
    await run.answer(press('c', 'first'));
    expect(run.ran).toEqual(['press first']);
    expect(run.ends()).toEqual(['press first: succeeded observed', 'press second: skipped']);
    expect(run.told()).toHaveLength(1);
    await run.end();
    expect(await run.over()).toBe('completed');
  });

  it('starts once it is asked for again, after what it waits for', async () => {
    const run = await waits();
    await run.begin(press('c', 'first'), press('d', 'second'));
    expect(run.ran).toEqual(['press first']);
    await run.letGo('first');
    expect(run.ran).toEqual(['press first', 'press second']);
    await run.answer(press('c', 'first'), press('d', 'second'));
    expect(run.told()).toHaveLength(2);
    await run.end();
    expect(await run.over()).toBe('completed');
  });

  it('keeps nothing from running that the next answer asks for', async () => {
    const run = await waits();
    await run.letGo('first');
    await run.begin(press('c', 'first'), press('d', 'third'), look('e'));
    await run.answer(press('c', 'first'), press('d', 'third'), look('e'));
    expect(run.ran).toEqual(['press first', 'press third', 'look all']);
    expect(run.ends().slice(1)).toEqual([
      'press second: skipped',
      'press third: succeeded observed',
      'look all: succeeded',
    ]);
    await run.end();
    expect(await run.over()).toBe('completed');
  });

  it('is not started in batch either, where writes wait for the whole answer', async () => {
    const run = running({ mode: 'batch' });
    await run.begin(press('a', 'ok'));
    await run.lose();
    await run.begin(look('b'));
    await run.answer(look('b'));
    expect([run.ran, run.ends()]).toEqual([['look all'], ['press ok: skipped', 'look all: succeeded']]);
    await run.end();
    expect(await run.over()).toBe('completed');
  });

  it('waits for the person no longer where the next answer does without it', async () => {
    const run = running({ approvals: 'writes' });
    await run.begin(save('a', 'x'));
    await run.lose();
    expect(run.questions()).toEqual(['asked a q1']);
    await run.begin(look('b'));
    await run.answer(look('b'));
    expect(run.questions()).toEqual(['asked a q1', 'answered a q1 withdrawn']);
    expect(run.person.answer(1, 'once')).toMatchObject({ ok: false });
    expect([run.ran, run.ends()]).toEqual([['look all'], ['save x: cancelled', 'look all: succeeded']]);
    await run.end();
    expect(await run.over()).toBe('completed');
  });
});

describe('a write that waits for the whole answer', () => {
  it.each([
    ['the model fails', { type: 'failed', failure: broken } as const],
    ['the model refuses', answer([press('a', 'ok')], { stopReason: 'refusal' })],
  ])('is not started because %s', async (_, last) => {
    const run = running({ mode: 'batch' });
    await run.begin(press('a', 'ok'));
    await run.say(last);
    expect(await run.over()).toBe('failed');
    expect([run.ran, run.ends()]).toEqual([[], ['press ok: cancelled']]);
  });
});
