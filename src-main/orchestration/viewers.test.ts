import { describe, expect, it } from 'vitest';
import { call, crewRun, member } from './crew-run.fixture';

const plan = (id: string, task: string) =>
  call(id, 'plan', { tasks: [{ id: task, tool: 'look', input: {} }] });

describe('what a call shows has been seen by', () => {
  it('the agent of the call: an agent that works for another sees for itself alone', async () => {
    const crew = { kind: 'sub_agents' as const, members: [member('reader', { tools: ['look'] })] };
    const run = crewRun(crew);
    const give = (id: string) => call(id, 'delegate', { to: 'reader', task: 'Look there' });
    await run.says('agent', call('own', 'look'), give('d1'), give('d2'));
    await run.says('reader', call('l', 'look'));
    await run.says('reader', call('l', 'look'));
    expect(run.viewers.toSorted()).toEqual(['a2_l: a2', 'a3_l: a3', 'own: a1']);
  });

  it('whoever takes the conversation over, with all that was shown in it before', async () => {
    const run = crewRun({ kind: 'handoff', members: [member('doer'), member('checker')] });
    const give = (id: string, to: string) => call(id, 'hand_over', { to, message: 'Go on.' });
    await run.says('agent', call('l', 'look'), give('h', 'doer'));
    await run.release();
    await run.says('doer', call('m', 'look'), give('i', 'checker'));
    await run.release();
    await run.says('checker', call('n', 'look'));
    expect(run.viewers).toEqual(['l: a1', 'a2_m: a1', 'a3_n: a1']);
  });

  it('the next of a process only from its own beginning on', async () => {
    const run = crewRun({ kind: 'process', steps: [member('first'), member('second')] });
    await run.says('first', call('l', 'look'));
    await run.release();
    await run.says('first', 'Done.');
    await run.says('second', call('m', 'look'));
    expect(run.viewers).toEqual(['l: a1', 'a2_m: a2']);
  });

  it('the agent whose plan it is', async () => {
    const crew = { kind: 'sub_agents' as const, members: [member('planner', { mode: 'planned' })] };
    const run = crewRun(crew, { mode: 'planned' });
    await run.says('agent', plan('p', '1'), call('d', 'delegate', { to: 'planner', task: 'Look there' }));
    await run.release();
    await run.says('planner', plan('q', '1'));
    expect(run.viewers.map((each) => each.replace(/^.*: /, '')).toSorted()).toEqual(['a1', 'a3']);
  });
});
