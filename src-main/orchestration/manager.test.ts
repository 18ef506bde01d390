import { expect, it } from 'vitest';
import { call, crewRun, member } from './crew-run.fixture';

const staff = {
  kind: 'manager' as const,
  members: [member('reader', { tools: ['look'] }), member('writer')],
};
const assign = (id: string, to: string) => call(id, 'assign', { to, task: 'Count them' });
const sendBack = (id: string, task: string) => call(id, 'send_back', { task, changes: 'In words, please.' });
const accept = (id: string, task: string) => call(id, 'accept', { task });

it('gives tasks out, sends one back, and accepts', async () => {
  const run = crewRun(staff);
  const asked = await run.says('agent', assign('a', 'reader'), assign('b', 'reader'));
  expect(asked.tools.map(({ name }) => name)).toEqual(['assign', 'send_back', 'accept']);
  expect(asked.system).toContain('You manage several agents');
  expect(run.asked()).toEqual(['reader', 'reader']);
  await run.says('reader', '2');
  await run.says('reader', 'Three.');
  await run.says('agent', sendBack('s', 't1'), accept('y', 't2'));
  const again = await run.says('reader', 'Two.');
  await run.says('agent', accept('z', 't1'));
  await run.says('agent', 'Two and three.');
  expect(run.objections).toEqual([]);
  expect(run.log().slice(8)).toEqual([
    '> s',
    'a4 reader begins (call s)',
    '> y',
    '< y succeeded',
    'a4 succeeded: Two.',
    '< s succeeded',
    '> z',
    '< z succeeded',
    'run completed',
  ]);
  const [told] = again.messages;
  const text = JSON.stringify(told);
  for (const part of ['Count them', 'What you answered:', '2', 'In words, please.'])
    expect(text).toContain(part);
});

it('bounds how often a task is sent back, and how many workers there are', async () => {
  const run = crewRun({ ...staff, rounds: 1, count: 3 });
  await run.says('agent', assign('a', 'reader'));
  await run.says('reader', '2');
  await run.says('agent', sendBack('s', 't1'));
  await run.says('reader', '2');
  await run.says('agent', sendBack('u', 't1'), assign('b', 'reader'), assign('c', 'reader'));
  await run.says('reader', '2');
  await run.says('agent', 'Two.');
  expect(run.log()).toContain('< u failed crew_limit');
  expect(run.log()).toContain('< c failed crew_limit');
  expect(run.status()).toBe('completed');
  expect(run.objections).toEqual([]);
});

it('takes only what there is, once', async () => {
  const run = crewRun(staff);
  await run.says('agent', accept('x', 't1'));
  await run.says('agent', assign('a', 'reader'), accept('y', 't1'));
  await run.says('reader', '2');
  await run.says('agent', accept('z', 't1'));
  await run.says('agent', accept('w', 't1'), sendBack('s', 't1'));
  await run.says('agent', 'Done.');
  const ends = run.log().filter((line) => line.startsWith('<'));
  expect(ends).toEqual([
    '< x failed invalid_input',
    '< y failed invalid_input',
    '< a succeeded',
    '< z succeeded',
    '< w failed invalid_input',
    '< s failed invalid_input',
  ]);
  expect(run.objections).toEqual([]);
});

it('may send back what a worker did not finish', async () => {
  const run = crewRun({ kind: 'manager', members: [member('reader', { turns: 1 })] });
  await run.says('agent', assign('a', 'reader'));
  await run.says('reader', call('l', 'look'));
  await run.release();
  await run.says('agent', sendBack('s', 't1'));
  await run.says('reader', 'Two.');
  await run.says('agent', accept('y', 't1'));
  await run.says('agent', 'Two.');
  expect(run.log()).toContain('< a failed limit_turns');
  expect(run.log()).toContain('< s succeeded');
  expect(run.objections).toEqual([]);
});
