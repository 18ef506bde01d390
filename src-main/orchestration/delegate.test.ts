import { expect, it } from 'vitest';
import { apiObjection } from '../agent/api-rules.fixture';
import { call, crewRun, member } from './crew-run.fixture';

const readers = {
  kind: 'sub_agents' as const,
  members: [member('reader', { tools: ['look'] }), member('writer')],
};
const give = (id: string, to: string, task = 'Look there') => call(id, 'delegate', { to, task });

it('gives a task to an agent with a conversation of its own, and its answer back', async () => {
  const run = crewRun(readers);
  await run.says('agent', give('d', 'reader'));
  const asked = await run.says('reader', call('l', 'look'));
  await run.release();
  await run.says('reader', 'Two of them.');
  const last = await run.says('agent', 'There are two.');
  expect(run.objections).toEqual([]);
  expect(run.log()).toEqual([
    '> d',
    'a2 reader begins (call d)',
    '> a2_l',
    '< a2_l succeeded',
    'a2 succeeded: Two of them.',
    '< d succeeded',
    'run completed',
  ]);
  expect(asked.messages).toEqual([{ role: 'user', content: [{ type: 'text', text: 'Look there' }] }]);
  expect(asked.tools.map(({ name }) => name)).toEqual(['look']);
  expect(asked.system).toContain('You are reader,');
  expect(asked.system).toContain('Be the reader.');
  expect(JSON.stringify(last.messages.at(-1))).toContain('Two of them.');
});

it('runs those that only read at the same time, and the others one after another', async () => {
  const run = crewRun(readers);
  await run.says('agent', give('d1', 'reader'), give('d2', 'reader'), give('d3', 'writer'));
  expect(run.asked()).toEqual(['reader', 'reader']);
  await run.says('reader', 'One.');
  await run.says('reader', 'Two.');
  expect(run.asked()).toEqual(['writer']);
  await run.says('writer', 'Three.');
  await run.says('agent', 'Done.');
  expect(run.objections).toEqual([]);
  const { calls } = run.law.model.turns[0] ?? { calls: [] };
  expect(calls.map(({ admission }) => admission?.waitsFor)).toEqual([[], [], ['d1', 'd2']]);
  expect(calls.map(({ admission }) => admission?.effect)).toEqual(['read', 'read', 'write']);
});

it.each(['sequential', 'batch', 'mixed', 'planned'] as const)(
  'works in the run’s mode, %s, or in its own',
  async (mode) => {
    const members = [member('as-the-run'), member('planner', { mode: 'planned' })];
    const run = crewRun({ kind: 'sub_agents', members }, { mode });
    await run.says('agent', give('d1', 'as-the-run'));
    const first = await run.says('as-the-run', 'Done.');
    await run.says('agent', give('d2', 'planner'));
    const second = await run.says('planner', 'Done.');
    expect(first.tools.some(({ name }) => name === 'plan')).toBe(mode === 'planned');
    expect(second.tools.some(({ name }) => name === 'plan')).toBe(true);
    expect(first.parallelCalls).toBe(mode !== 'sequential');
    await run.says('agent', 'Done.');
    const modes = run.law.model.actors.map((actor) => actor.mode);
    expect(modes).toEqual([mode, mode, 'planned']);
    expect(run.objections).toEqual([]);
  },
);

it('fails the call where its agent used up its turns, and keeps what it had said', async () => {
  const run = crewRun({ kind: 'sub_agents', members: [member('reader', { turns: 1 })] });
  await run.says('agent', give('d', 'reader'));
  await run.says('reader', 'I look.', call('l', 'look'));
  await run.release();
  const told = await run.says('agent', 'It did not work.');
  expect(run.log()).toContain('< d failed limit_turns');
  expect(JSON.stringify(told.messages.at(-1))).toContain('reader did not finish');
  expect(JSON.stringify(told.messages.at(-1))).toContain('I look.');
  expect(run.status()).toBe('completed');
});

it('counts what all agents use against the limits of the run', async () => {
  const run = crewRun(readers, { limits: { turns: 3 } });
  await run.says('agent', give('d', 'reader'));
  await run.says('reader', call('l', 'look'));
  await run.release();
  await run.says('reader', call('m', 'look'));
  await run.release();
  expect(run.log().slice(-3)).toEqual(['a2 failed limit_turns: ', '< d failed limit_turns', 'run limit']);
  expect(run.law.model.turns).toHaveLength(3);
  expect(run.objections).toEqual([]);
});

it('refuses more agents than the crew may begin, and a depth that it may not have', async () => {
  const crowded = crewRun({ ...readers, count: 1 });
  await crowded.says('agent', give('d1', 'reader'), give('d2', 'reader'));
  await crowded.says('reader', 'One.');
  await crowded.says('agent', 'Done.');
  expect(crowded.log()).toContain('< d2 failed crew_limit');
  expect(crowded.objections).toEqual([]);

  const deep = crewRun({ ...readers, depth: 2 });
  await deep.says('agent', give('d', 'writer'));
  await deep.says('writer', give('e', 'reader'));
  await deep.says('reader', give('f', 'reader'));
  await deep.says('reader', 'No.');
  await deep.says('writer', 'No.');
  await deep.says('agent', 'No.');
  expect(deep.log()).toContain('< a3_f failed crew_limit');
  expect(deep.objections).toEqual([]);
});

it('is said to write where one of its agents may', () => {
  const effectIn = (members: (typeof readers)['members']) => {
    const [started] = crewRun({ ...readers, members }).events;
    const tools = started?.type === 'run-started' ? started.tools : [];
    return tools.find(({ name }) => name === 'delegate')?.effect;
  };
  expect(effectIn(readers.members)).toBe('write');
  expect(effectIn([member('reader', { tools: ['look'] })])).toBe('read');
});

it('tells a member how the desktop is looked at, which is as the run has it', async () => {
  const run = crewRun(
    { kind: 'sub_agents', members: [member('reader', { mode: 'mixed' })] },
    { mode: 'batch' },
  );
  await run.says('agent', give('d', 'reader'));
  const { system } = await run.says('reader', 'Done.');
  expect(system).toContain('a call that conflicts with an earlier one of the turn waits for it');
  expect(system).toContain('After a write you are shown nothing');
});

it('offers nobody below what they could not use', async () => {
  const run = crewRun(readers);
  await run.says('agent', give('d', 'writer'));
  const asked = await run.says('writer', 'Done.');
  expect(asked.tools.map(({ name }) => name)).toEqual(['look', 'press']);
});

it('tells of the write of which least is known', async () => {
  const run = crewRun(readers);
  await run.says('agent', give('d', 'writer'), call('after', 'look'));
  await run.says('writer', call('p', 'press'), call('q', 'press'));
  await run.release({ delivery: 'unknown' });
  await run.says('writer', 'I pressed.');
  const { calls } = run.law.model.turns[0] ?? { calls: [] };
  expect(calls.map(({ ended }) => [ended?.outcome, ended?.delivery])).toEqual([
    ['succeeded', 'unknown'],
    ['skipped', null],
  ]);
});

it('ends every agent before the call under which it works, where the run is stopped', async () => {
  const run = crewRun({ ...readers, depth: 2 });
  await run.says('agent', give('d1', 'writer'), give('d2', 'reader'));
  await run.says('writer', give('e', 'reader'));
  await run.says('reader', call('l', 'look'));
  await run.stop();
  expect(run.log().slice(-7)).toEqual([
    '< d2 cancelled cancelled',
    '< a3_l cancelled cancelled',
    'a3 cancelled stopped: ',
    '< a2_e cancelled cancelled',
    'a2 cancelled stopped: ',
    '< d1 cancelled cancelled',
    'run stopped',
  ]);
  expect(run.objections).toEqual([]);
  expect(run.status()).toBe('stopped');
  expect(run.clock.pending).toBe(0);
});

it('sends only what a model API takes', async () => {
  const run = crewRun(readers);
  await run.says('agent', give('d', 'reader'), call('l', 'look'));
  await run.release();
  await run.says('reader', call('d', 'look'));
  await run.release();
  await run.says('reader', 'Two.');
  await run.says('agent', 'Two.');
  for (const { request } of run.model.requests) expect(apiObjection(request.messages)).toBeNull();
});
