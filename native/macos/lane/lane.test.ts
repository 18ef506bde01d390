import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createWakingMemory } from '../accessibility/wake';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import { LaneOnSimulator, never, pid, pressOf, wordsOf } from './lane-on-simulator.fixture';
import { wakeOnce } from './wake-once';

// Each test starts processes, which takes its time on a machine at work.
vi.setConfig({ testTimeout: 60_000 });

await describeSimulated('a lane in a process of its own', (simulator) => {
  let lane: LaneOnSimulator;
  beforeAll(async () => {
    lane = await LaneOnSimulator.build(simulator.library);
  }, 60_000);
  afterEach(() => lane.close());
  afterAll(() => lane.remove());

  it('reads, writes and reads back', async () => {
    lane.open();
    const name = await lane.node('Name');
    const value = 'new 🙂';
    const write = { kind: 'set_value', identity: name.identity, value, expected: wordsOf(name) } as const;
    expect(await lane.ask(write)).toEqual({ kind: 'answered', reply: { kind: 'accepted' } });
    const typed = await lane.ask({ kind: 'type', text: '!', to: 'program' });
    expect(typed).toEqual({ kind: 'answered', reply: { kind: 'accepted' } });
    const after = await lane.node('Name');
    expect(after.identity).toBe(name.identity);
    expect(after.value).toEqual({ kind: 'text', text: 'new 🙂!', cut: false });
  });

  it('ends with a program that hangs: a write is unknown, what is asked next works, old identities do not', async () => {
    lane.open({ faults: [{ element: 'save', name: 'AXPress', times: 'always', fault: { kind: 'hang' } }] });
    const save = await lane.node('Save');
    expect(await lane.ask(pressOf(save), 300)).toMatchObject({ kind: 'unknown', loss: 'hung' });
    const after = await lane.node('Save');
    expect(after.identity).not.toBe(save.identity);
    expect(await lane.ask({ kind: 'look', identity: save.identity })).toMatchObject({
      reply: { ok: false, failure: { problem: 'gone' } },
    });
    expect(await lane.ask(pressOf(save))).toEqual({
      kind: 'answered',
      reply: { kind: 'refused', reason: 'gone' },
    });
  });

  it('ends with a program that hangs while it is read: there is no answer', async () => {
    lane.open({ faults: [{ element: 'save', nth: 20, times: 'always', fault: { kind: 'hang' } }] });
    const save = await lane.node('Save');
    const look = { kind: 'look', identity: save.identity } as const;
    let asked = await lane.ask(look, 300);
    while (asked.kind === 'answered') asked = await lane.ask(look, 300);
    expect(asked).toMatchObject({ kind: 'no_answer', loss: 'hung' });
  });

  it('ends its waiting where that is cancelled', async () => {
    lane.open();
    await lane.snapshot();
    const stop = new AbortController();
    const sent = lane.whenSent('until_quiet');
    const quiet = { kind: 'until_quiet', quietMs: 60_000, limitMs: 60_000 } as const;
    const waiting = lane.ask(quiet, 120_000, stop.signal);
    await sent;
    stop.abort();
    expect(await waiting).toMatchObject({ kind: 'no_answer', loss: 'cancelled' });
    expect(await lane.ask({ kind: 'windows' })).toMatchObject({ kind: 'answered' });
  });

  it('tells where there is no library', async () => {
    lane.open({}, '/nowhere/at/all');
    expect(await lane.ask({ kind: 'windows' })).toMatchObject({ kind: 'not_begun', reason: 'cannot_start' });
  });

  it('wakes a process once, however many lanes it has', async () => {
    const memory = createWakingMemory();
    const app = {
      pid,
      name: 'Chat',
      windows: [{ children: [{ role: 'AXWebArea', children: [{ role: 'AXButton' }] }] }],
    };
    const lanes = lane.open({ script: { apps: [app] } });
    expect(await wakeOnce(lanes, memory, pid, 1, never)).toBe('awake');
    lanes.close();
    expect(await wakeOnce(lanes, memory, pid, 1, never)).toBe('awake');
    expect(await wakeOnce(lanes, memory, pid, 2, never)).toMatchObject({
      kind: 'not_begun',
      reason: 'closed',
    });
  });
});
