import { expect, it } from 'vitest';
import { apiObjection } from '../agent/api-rules.fixture';
import { call, crewRun, member } from './crew-run.fixture';

const pair = { kind: 'handoff' as const, members: [member('doer'), member('checker', { tools: ['look'] })] };
const give = (id: string, to: string) => call(id, 'hand_over', { to, message: 'Go on.' });

it('lets another agent go on with the whole conversation, and ends the first', async () => {
  const run = crewRun(pair);
  await run.says('agent', 'I look.', call('l', 'look'), give('h', 'doer'));
  await run.release();
  const asked = await run.says('doer', call('p', 'press'), give('i', 'checker'));
  await run.release();
  const last = await run.says('checker', 'It is right.');
  expect(run.objections).toEqual([]);
  expect(run.log()).toEqual([
    '> l',
    '> h',
    '< h succeeded',
    '< l succeeded',
    'a1 succeeded: I look.',
    'a2 doer begins (handoff h)',
    '> a2_p',
    '> a2_i',
    '< a2_i succeeded',
    '< a2_p succeeded',
    'a2 succeeded: ',
    'a3 checker begins (handoff a2_i)',
    'a3 succeeded: It is right.',
    'run completed',
  ]);
  expect(asked.messages).toHaveLength(3);
  expect(asked.messages[0]).toEqual({ role: 'user', content: [{ type: 'text', text: 'Do it' }] });
  expect(asked.system).toContain('You are doer,');
  expect(last.tools.map(({ name }) => name)).toEqual(['look', 'hand_over']);
  for (const { request } of run.model.requests) expect(apiObjection(request.messages)).toBeNull();
  const recorded = run.events.flatMap((event) => (event.type === 'model-requested' ? event.messages : []));
  expect(recorded).toEqual(last.messages);
});

it('hands over once a turn, and as often as the crew may', async () => {
  const run = crewRun({ ...pair, count: 1 });
  await run.says('agent', give('h', 'doer'), give('i', 'checker'));
  await run.says('doer', give('j', 'checker'));
  await run.says('doer', 'Then I do it.');
  expect(run.log()).toContain('< i failed invalid_input');
  expect(run.log()).toContain('< a2_j failed crew_limit');
  expect(run.status()).toBe('completed');
  expect(run.objections).toEqual([]);
});

it('does not hand over from a plan, where nobody could go on', async () => {
  const run = crewRun(pair, { mode: 'planned' });
  const tasks = [{ id: '1', tool: 'hand_over', input: { to: 'doer', message: 'Go on.' } }];
  await run.says('agent', call('p', 'plan', { tasks }));
  await run.says('agent', 'I do it myself.');
  expect(run.log()).toContain('< a2_1 failed unsupported');
  expect(run.law.model.actors.map(({ name }) => name)).toEqual(['Agent', 'Plan']);
  expect(run.objections).toEqual([]);
});

it('stops where it is stopped between two agents', async () => {
  const whole = crewRun(pair);
  await whole.says('agent', give('h', 'doer'));
  const ends = whole.events.find(({ type }) => type === 'actor-ended')?.seq ?? 0;
  for (const stopAtEvent of [ends - 1, ends, ends + 1]) {
    const run = crewRun(pair, { stopAtEvent });
    await run.says('agent', give('h', 'doer'));
    expect(run.status()).toBe('stopped');
    expect(run.objections).toEqual([]);
    expect(run.model.open).toEqual([]);
  }
});

it('ends the run where the one that took over fails', async () => {
  const run = crewRun({ kind: 'handoff', members: [member('doer', { turns: 1 })] });
  await run.says('agent', give('h', 'doer'));
  const asked = await run.says('doer', call('l', 'look'));
  await run.release();
  expect(asked.tools.map(({ name }) => name)).toEqual(['look', 'press']);
  expect(run.log().slice(-2)).toEqual(['a2 failed limit_turns: ', 'run limit']);
  expect(run.objections).toEqual([]);
});
