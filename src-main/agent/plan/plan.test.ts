import { afterEach, describe, expect, it } from 'vitest';
import type { Json } from '../../contract/messages';
import { answer, toolCall } from '../held-model.fixture';
import { begins, json, look, make, piece, plan, ref, task, whole } from './plan-words.fixture';
import {
  arriving,
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

describe('a plan', () => {
  it('starts its tasks while the later ones are still arriving', async () => {
    const run = begin();
    const [first, rest] = [json(look(1), look(2)).slice(0, 52), json(look(1), look(2)).slice(52)];
    await run.say(begins());
    expect(run.log).toEqual([]);
    await run.say(piece(first));
    expect(run.log).toEqual(['started plan_1', 'plan a2 began', 'started a2_1']);
    expect(run.events.find(({ type }) => type === 'call-proposed')).toMatchObject({
      callId: 'plan_1',
      input: null,
    });
    await run.say(piece(rest));
    expect(run.open()).toEqual(['a2_1', 'a2_2']);
    await run.release('a2_1');
    await run.release('a2_2');
    expect(run.log.at(-1)).toBe('ended a2_2 succeeded');
    await run.say(answer([whole(look(1), look(2))]));
    expect(run.log.slice(-3)).toEqual(['model-responded', 'a2 succeeded', 'ended plan_1 succeeded']);
    expect(run.results()).toHaveLength(1);
    expect(textOf(run.results()[0])).toBe(
      ['1 look: succeeded\nof a2_1', '2 look: succeeded\nof a2_2']
        .map((text) => `<tool-data>\n${text}\n</tool-data>`)
        .join('\n'),
    );
    await run.say(answer(['Done.']));
    expect(run.status()).toBe('completed');
  });

  it('gives a task what it refers to, wherever it stands and whatever it leads to', async () => {
    const run = begin();
    await plan(
      run,
      look('a'),
      look('b', 'b', {
        whole: ref('a'),
        deep: [{ in: [ref('a.list[1].name'), ref('a.list.0')] }],
        text: 'as {"$ref": "a"}',
      }),
      look(3),
      look('c', ref('a.on'), { three: ref(3) }),
    );
    const value = { on: 'here', list: ['first', { name: 'second' }] };
    expect(run.open()).toEqual(['a2_a', 'a2_3']);
    await run.release('a2_a', { value });
    await run.release('a2_3', { value: 7 });
    expect(run.ranWith.get('a2_b')).toEqual({
      on: 'b',
      whole: value,
      deep: [{ in: ['second', 'first'] }],
      text: 'as {"$ref": "a"}',
    });
    expect(run.ranWith.get('a2_c')).toEqual({ on: 'here', three: 7 });
  });

  it('keeps apart what conflicts, in the order of the plan, and what comes with a reference may reach anything of its tool', async () => {
    const run = begin();
    await plan(run, look(1, 'p'), make(2, ref('1.on')), make(3, 'q'), look(4, 'p'));
    expect(run.open()).toEqual(['a2_1']);
    await run.release('a2_1', { value: { on: 'p' } });
    expect(run.open()).toEqual(['a2_2']);
    await run.release('a2_2', { delivery: 'observed' });
    expect(run.open()).toEqual(['a2_3', 'a2_4']);
  });

  it('may come whole with the answer, from a provider that says nothing before', async () => {
    const run = begin();
    await run.say(answer([whole(look(1), look(2, ref('1')))]));
    expect(run.open()).toEqual(['a2_1']);
    await run.release('a2_1', { value: 'there' });
    await run.release('a2_2');
    expect(run.ranWith.get('a2_2')).toEqual({ on: 'there' });
    expect(run.results().map(({ id, isError }) => [id, isError])).toEqual([['toolu_plan', false]]);
  });

  it('may come whole before the answer is', async () => {
    const run = begin();
    await run.say(begins(), { type: 'call-ready', block: 0, call: whole(look(1)) });
    expect(run.open()).toEqual(['a2_1']);
  });

  it('waits for what was asked for before it, and what comes after it waits for it', async () => {
    const run = begin();
    const before = toolCall('before', 'look', { on: 'z' });
    const after = toolCall('after', 'look', { on: 'z' });
    await run.say({ type: 'block-started', block: 0, kind: 'tool_call', tool: 'look' }, begins(1));
    await run.say(piece(json(look(1)), 1));
    expect(run.open()).toEqual([]);
    await run.say(
      { type: 'call-ready', block: 0, call: before },
      { type: 'call-ready', block: 1, call: whole(look(1)) },
    );
    expect(run.open()).toEqual(['before']);
    await run.release('before');
    expect(run.open()).toEqual(['a2_1']);
    await run.say(answer([before, whole(look(1)), after]));
    await run.release('a2_1');
    expect(run.open()).toEqual(['after']);
    await run.release('after');
    expect(run.results().map(({ id }) => id)).toEqual(['before', 'plan_1', 'after']);
  });

  it('has as many tasks at work as the run allows calls', async () => {
    const run = begin({ slots: 2 });
    await plan(run, look(1), look(2), look(3));
    expect(run.open()).toEqual(['a2_1', 'a2_2']);
    await run.release('a2_2');
    expect(run.open()).toEqual(['a2_1', 'a2_3']);
  });

  it('is not ended by the time limit of a call, which each of its tasks has', async () => {
    const run = begin();
    await run.say(...arriving(0, { tasks: [look(1)] }).slice(0, 2));
    await run.release('a2_1');
    run.clock.advance(100_000);
    await run.say(answer([whole(look(1))]));
    expect(run.log.at(-1)).toBe('ended plan_1 succeeded');
  });

  it('keeps the pictures of its tasks', async () => {
    const run = begin();
    await plan(run, look(1));
    const image = { type: 'image' as const, blob: 'f'.repeat(64) as never, mediaType: 'image/png' as const };
    await run.release('a2_1', { content: [{ type: 'text', text: 'seen' }, image] });
    expect(run.results()[0]?.content.at(-1)).toEqual(image);
  });

  it('says no more than fits, and cuts the longest', async () => {
    const run = begin();
    await plan(run, look(1), look(2), look(3));
    await run.release('a2_1', { content: [{ type: 'text', text: 'short' }] });
    await run.release('a2_2', { content: [{ type: 'text', text: 'x'.repeat(80_000) }] });
    await run.release('a2_3', { content: [{ type: 'text', text: 'y'.repeat(20_000) }] });
    const said = textOf(run.results()[0]);
    expect(said.length).toBeLessThan(61_000);
    expect(said).toContain('y'.repeat(20_000));
    expect(said).toContain('more characters. Ask for it in a call of its own');
  });
});

describe('what is wrong with a task is told by its name, and the rest goes on:', () => {
  const cases: Array<[string, Json, string]> = [
    [
      'no such tool',
      task(2, 'guess', {}),
      'unknown_tool: Task 2: There is no tool "guess". Use one of: look, make.',
    ],
    [
      'a plan',
      task(2, 'plan', { tasks: [] }),
      'unsupported: Task 2: A plan inside of a plan is not carried out.',
    ],
    [
      'a reference to a later task',
      look(2, ref('3.x')),
      'Task 2: It refers to task 3, which does not come before it in the plan.',
    ],
    ['a reference to itself', look(2, ref('2')), 'Task 2: It refers to itself.'],
    ['no reference at all', look(2, { $ref: '1..x' }), 'Task 2: {"$ref":"1..x"} is no reference.'],
    [
      'a reference with company',
      look(2, { $ref: '1', or: 1 }),
      'Task 2: {"$ref":"1","or":1} is no reference.',
    ],
    [
      'an input that does not fit',
      look(2, 'p', { bad: 1 }),
      'invalid_input: Task 2: The input of look does not fit.',
    ],
    ['an id that was used', look(1, 'other'), 'task 1: failed\ninvalid_input: There is an earlier task 1'],
    ['no tool', { id: 'x' }, 'task x: failed\ninvalid_input: It is no task: tool:'],
    ['no task', 'look', 'task number 2: failed\ninvalid_input: It is no task:'],
  ];
  it.each(cases)('%s', async (_, wrong, told) => {
    const run = begin();
    await plan(run, look(1), wrong, look(3));
    expect(run.open()).toEqual(['a2_1', 'a2_3']);
    await run.release('a2_1');
    await run.release('a2_3');
    const [result] = run.results();
    expect(textOf(result)).toContain(told);
    expect(textOf(result)).toMatch(/^plan_incomplete:\n<tool-data>\n1 of 3 tasks did not succeed/);
    expect(textOf(result)).toContain('3 look: succeeded\nof a2_3');
    expect(result?.isError).toBe(true);
  });

  it('a path that leads nowhere, an input that does not fit once it is whole', async () => {
    const run = begin();
    await plan(run, look(1), look(2, ref('1.body.title')), look(3, 'p', { bad: ref('1.body') }), look(4));
    await run.release('a2_1', { value: { status: 200, body: 'text' } });
    await run.release('a2_4');
    const said = textOf(run.results()[0]);
    expect(said).toContain(
      'invalid_input: Task 2: The path of "1.body.title" leads nowhere: body of task 1 is a text, without "title".',
    );
    expect(said).toContain('invalid_input: Task 3: The input of look does not fit.');
    expect([...run.ranWith.keys()]).toEqual(['a2_1', 'a2_4']);
  });

  it('more tasks than a plan may have', async () => {
    const run = begin({ slots: 64 });
    await plan(run, ...Array.from({ length: 103 }, (_, at) => look(at + 1)));
    for (let left = run.open(); left.length > 0; left = run.open())
      for (const call of left) await run.release(call);
    expect(run.ranWith.size).toBe(100);
    expect(textOf(run.results()[0])).toContain('Only the first 100 tasks were run.');
    expect(textOf(run.results()[0])).toContain('3 more tasks were left out');
  });
});

describe('a task that fails', () => {
  it('takes with it what refers to it, with the reason, and nothing else', async () => {
    const run = begin();
    await plan(run, look(1), look(2, ref('1')), look(3, ref('2')), look(4));
    await run.release('a2_1', { failure: gone, content: [] });
    expect(run.log.slice(-3)).toEqual(['ended a2_1 failed', 'ended a2_2 skipped', 'ended a2_3 skipped']);
    await run.release('a2_4');
    const said = textOf(run.results()[0]);
    expect(said).toContain('3 of 4 tasks did not succeed: 1 look, 2 look, 3 look.');
    expect(said).toContain(
      '2 look: skipped\nskipped: look was not run, because it needs what look (task 1) was to give, which did not succeed: stale_ref: It is gone.',
    );
    expect(said).toContain('because it needs what look (task 2) was to give, which was skipped too.');
  });

  it('takes with it later tasks that count on what it was to write', async () => {
    const run = begin();
    await plan(run, make(1, 'p'), look(2, 'p'), look(3, 'q'));
    await run.release('a2_1', { failure: gone, delivery: 'unknown' });
    expect(run.log).toContain('ended a2_2 skipped');
    expect(run.open()).toEqual(['a2_3']);
  });
});

describe('what is no plan', () => {
  it.each<[string, Json]>([
    ['without tasks', { tasks: [] }],
    ['of something else', { steps: [] }],
    ['of tasks that are no list', { tasks: { a: look(1) } }],
    ['that is a list', [look(1)]],
  ])('%s is refused, and the model is asked again', async (_, input) => {
    const run = begin();
    await run.say(...arriving(0, input, [3]), answer([toolCall('p', 'plan', input)]));
    expect(run.results().map(({ isError }) => isError)).toEqual([true]);
    expect(textOf(run.results()[0])).toContain('This is no plan');
    await run.say(answer(['I give up.']));
    expect(run.status()).toBe('completed');
  });

  it('because it is not JSON: what was whole by then runs, and the plan is what the answer holds', async () => {
    const run = begin();
    await run.say(begins(), piece('{"tasks": [{"id": 1, "tool": "look", "input": {"on": "p"}}, oops'));
    expect(run.open()).toEqual(['a2_1']);
    await run.say(answer([whole(look(1, 'p'), look(2))]));
    expect(run.open()).toEqual(['a2_1', 'a2_2']);
  });
});
