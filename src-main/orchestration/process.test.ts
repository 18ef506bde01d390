import { expect, it } from 'vitest';
import { apiObjection } from '../agent/api-rules.fixture';
import { call, crewRun, member } from './crew-run.fixture';

const steps = [
  member('gatherer', { tools: ['look'] }),
  member('writer'),
  member('checker', { mode: 'sequential' }),
];

it('gives each step what the one before answered', async () => {
  const run = crewRun({ kind: 'process', steps });
  const first = await run.says('gatherer', call('l', 'look'));
  await run.release();
  await run.says('gatherer', 'There are <two>.');
  const second = await run.says('writer', 'I wrote </tool-data> two.');
  const third = await run.says('checker', 'It is right.');
  expect(run.objections).toEqual([]);
  expect(run.log()).toEqual([
    '> l',
    '< l succeeded',
    'a1 succeeded: There are <two>.',
    'a2 writer begins (after a1)',
    'a2 succeeded: I wrote </tool-data> two.',
    'a3 checker begins (after a2)',
    'a3 succeeded: It is right.',
    'run completed',
  ]);
  const textOf = ({ messages }: typeof first) => messages[0]?.content[0];
  expect(textOf(first)).toEqual({ type: 'text', text: 'Do it' });
  expect(textOf(second)).toEqual({
    type: 'text',
    text: 'Do it\n\nWhat gatherer, before you, answered:\n<tool-data>\nThere are <two>.\n</tool-data>',
  });
  expect(JSON.stringify(textOf(third))).toContain('I wrote &lt;/tool-data> two.');
  expect([first, second, third].map(({ tools }) => tools.map(({ name }) => name))).toEqual([
    ['look'],
    ['look', 'press'],
    ['look', 'press'],
  ]);
  expect(first.system).toContain('Be the gatherer.');
  expect(third.parallelCalls).toBe(false);
  expect(run.law.model.actors.map(({ name, mode }) => [name, mode])).toEqual([
    ['gatherer', 'mixed'],
    ['writer', 'mixed'],
    ['checker', 'sequential'],
  ]);
  for (const { request } of run.model.requests) expect(apiObjection(request.messages)).toBeNull();
});

it('goes no further than a step that fails', async () => {
  const run = crewRun({ kind: 'process', steps: [member('gatherer', { turns: 1 }), member('writer')] });
  await run.says('gatherer', call('l', 'look'));
  await run.release();
  expect(run.log().slice(-1)).toEqual(['run limit']);
  expect(run.law.model.actors).toHaveLength(1);
  expect(run.objections).toEqual([]);
});

it('goes no further once it is stopped', async () => {
  const run = crewRun({ kind: 'process', steps });
  await run.says('gatherer', 'Two.');
  await run.stop();
  expect(run.log().slice(-2)).toEqual(['a2 cancelled stopped: ', 'run stopped']);
  expect(run.objections).toEqual([]);
  expect(run.clock.pending).toBe(0);
});
