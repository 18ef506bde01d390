import { afterEach, describe, expect, it } from 'vitest';
import { answer, toolCall } from '../held-model.fixture';
import { begins, json, look, make, piece, plan, ref, retrying, whole } from './plan-words.fixture';
import {
  gone,
  type PlannedRun,
  type PlannedRunOptions,
  plannedRun,
  soundOrThrow,
  textOf,
} from './planned-run.fixture';

const runs: PlannedRun[] = [];

function begin(options: PlannedRunOptions = {}): PlannedRun {
  const run = plannedRun(options);
  runs.push(run);
  return run;
}

afterEach(() => {
  for (const run of runs.splice(0)) soundOrThrow(run);
});

describe('an answer that is lost in the middle of a plan', () => {
  it('begins nothing more; what had begun is the same task if it is asked for again', async () => {
    const run = begin();
    await run.say(begins(), piece(json(look(1), make(2, 'p')).slice(0, -2)), piece(',{"id":3,"tool":"lo'));
    expect(run.open()).toEqual(['a2_1', 'a2_2']);
    await run.release('a2_1', { value: 'there' });
    await run.say(retrying);
    await run.say(
      begins(),
      piece(json(make('w', 'p'), look('r', '1'), look('n', ref('r')), look('m', ref('w')))),
    );
    expect(run.open()).toEqual(['a2_2']);
    await run.release('a2_2', { delivery: 'observed', value: 'q' });
    expect(run.open()).toEqual(['a2_n', 'a2_m']);
    expect(run.ranWith.get('a2_n')).toEqual({ on: 'there' });
    expect(run.ranWith.get('a2_m')).toEqual({ on: 'q' });
    await run.release('a2_n');
    await run.release('a2_m');
    await run.say(answer([whole(make('w', 'p'), look('r', '1'), look('n', ref('r')), look('m', ref('w')))]));
    expect(run.results().map(({ id, isError }) => [id, isError])).toEqual([['plan_1', false]]);
    expect(textOf(run.results()[0])).toContain('w make: succeeded\nof a2_2');
    expect(run.log.filter((line) => line.startsWith('plan '))).toEqual(['plan a2 began']);
  });

  it('tells of a write that is not asked for again', async () => {
    const run = begin();
    await run.say(begins(), piece(json(look(1), make(2, 'p'))));
    await run.say(retrying, begins(), piece(json(look(2))), answer([whole(look(2))]));
    await run.release('a2_1');
    await run.release('a2_2', { delivery: 'observed' });
    await run.release('a2_2-2');
    const said = textOf(run.results()[0]);
    expect(said).toContain(
      '2 make: succeeded (begun in an attempt of your answer that was lost, and not asked for again)\nof a2_2',
    );
    expect(said).not.toContain('1 look');
  });

  it('tells of all of it where there is no plan any more', async () => {
    const run = begin();
    await run.say(begins(), piece(json(make(1, 'p')).slice(0, -2)));
    await run.say(retrying, answer([toolCall('b', 'look', { on: 'z' })]));
    await run.release('a2_1', { delivery: 'observed' });
    expect(run.log.slice(-3)).toEqual(['a2 succeeded', 'ended plan_1 succeeded', 'started b']);
    await run.release('b');
    const told = JSON.stringify(run.model.requests.at(-1)?.messages.at(-1));
    expect(told).toContain('after it had begun to call plan');
    expect(told).toContain('1 make: succeeded');
  });

  it('may have been whole by then, and the next one may come at one stroke', async () => {
    const run = begin();
    await run.say(begins(), { type: 'call-ready', block: 0, call: whole(make(1, 'p')) });
    await run.release('a2_1', { delivery: 'observed', value: 'q' });
    await run.say(retrying, answer([whole(make(9, 'p'), look(2, ref(9)))]));
    expect(run.ranWith.get('a2_2')).toEqual({ on: 'q' });
    await run.release('a2_2');
    expect([...run.ranWith.keys()]).toEqual(['a2_1', 'a2_2']);
    expect(run.results().map(({ id, isError }) => [id, isError])).toEqual([['plan_1', false]]);
  });
});

describe('an answer that is cut off in the middle of a plan', () => {
  const cut = json(look(1), make(2, 'p'), look(3)).slice(0, -12);

  it('runs the tasks that were whole, and says that it was cut off, where the provider leaves the call out', async () => {
    const run = begin();
    await run.say(begins(), piece(cut), answer([], { stopReason: 'max_tokens' }));
    await run.release('a2_1');
    await run.release('a2_2', { delivery: 'observed' });
    const told = JSON.stringify(run.model.requests.at(-1)?.messages.at(-1));
    expect(told).toContain('The plan was cut off at the output limit. Of it, 2 tasks had arrived whole');
    expect(told).toContain('2 make: succeeded');
    expect(run.ranWith.size).toBe(2);
  });

  it('and where it keeps it', async () => {
    const run = begin();
    await run.say(begins(), piece(cut), answer([toolCall('p', 'plan', {})], { stopReason: 'max_tokens' }));
    await run.release('a2_1');
    await run.release('a2_2', { delivery: 'observed' });
    expect(textOf(run.results()[0])).toMatch(/^model_truncated:\n<tool-data>\nThe plan was cut off/);
  });
});

describe('a stop', () => {
  it.each([true, false])(
    'while the plan arrives ends all of it within a tick; the model heeds it: %s',
    async (heedsAbort) => {
      const run = begin({ heedsAbort });
      await run.say(begins(), piece(json(look(1), make(2, 'p'), make(3, 'p')).slice(0, -2)));
      await run.stop();
      expect(run.status()).toBe('stopped');
      expect(run.log.filter((line) => line.startsWith('ended'))).toEqual([
        'ended a2_3 cancelled',
        'ended a2_1 cancelled',
        'ended a2_2 cancelled',
        'ended plan_1 cancelled',
      ]);
      expect(run.clock.pending).toBe(0);
    },
  );

  it('while it is carried out does too', async () => {
    const run = begin();
    await plan(run, look(1), make(2, 'p'));
    await run.stop();
    expect(run.status()).toBe('stopped');
    expect(run.clock.pending).toBe(0);
  });

  it('is what a model that fails brings about', async () => {
    const run = begin();
    await run.say(begins(), piece(json(look(1))), {
      type: 'failed',
      failure: { ...gone, code: 'model_overloaded' },
    });
    run.clock.advance(0);
    await run.say();
    expect(run.status()).toBe('failed');
    expect(run.log.slice(-3)).toEqual(['ended a2_1 cancelled', 'a2 cancelled', 'ended plan_1 cancelled']);
  });
});
