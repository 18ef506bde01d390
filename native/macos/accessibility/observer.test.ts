import koffi from 'koffi';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSimulatedAx, type SimulatedAx, valueOf } from '../simulated-ax.fixture';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import { type Clock, systemClock } from './clock';
import { observe } from './observer';
import { changesHeard, changesSeen, untilQuiet } from './until-quiet';

const pid = 4242;

await describeSimulated('changes of a program', (simulator) => {
  let at: SimulatedAx;
  const load = (lacksNotifications: readonly string[] = []) => {
    simulator.load({
      apps: [
        {
          pid,
          name: 'Notes',
          windows: [
            { id: 'main', lacksNotifications, children: [{ id: 'name', role: 'AXTextField', value: '' }] },
          ],
        },
      ],
    });
    at = openSimulatedAx(simulator.library, pid);
  };
  beforeEach(() => simulator.forgetFaults());
  afterEach(() => {
    simulator.forgetFaults();
    at.end();
    simulator.demandHonesty();
  });

  it('are heard while there is time for it, and not after its end', () => {
    load();
    const { callbacks } = koffi.stats();
    const observer = valueOf(observe(at.ax, at.app, pid));
    expect(observer.listen(0.01)).toBe('waited');
    expect(observer.heard()).toEqual([]);
    simulator.do({ do: 'notify', target: 'name', notification: 'AXValueChanged' });
    observer.listen(0.2);
    expect(observer.heard()).toEqual(['AXValueChanged']);
    expect(observer.heard()).toEqual([]);
    observer.close();
    simulator.do({ do: 'notify', target: 'name', notification: 'AXValueChanged' });
    expect(observer.heard()).toEqual([]);
    expect(koffi.stats().callbacks).toBe(callbacks);
    const { calls } = simulator.report();
    expect(calls['CFRunLoopRemoveSource']).toBe(calls['CFRunLoopAddSource']);
  });

  it('are not heard of a program that tells of none, and it holds nothing', () => {
    load();
    simulator.fault({
      symbol: 'AXObserverAddNotification',
      times: 'always',
      fault: { kind: 'error', code: -25207 },
    });
    expect(observe(at.ax, at.app, pid)).toMatchObject({ ok: false, failure: { problem: 'unsupported' } });
  });

  it('are waited out by listening', async () => {
    load();
    const observer = valueOf(observe(at.ax, at.app, pid));
    const slice = 20;
    let now = 0;
    const clock: Clock = {
      now: () => now,
      pause: async () => {
        now += slice;
        if (now === 3 * slice) simulator.do({ do: 'notify', target: 'name', notification: 'AXValueChanged' });
      },
    };
    expect(await untilQuiet(changesHeard(observer, clock), 100, 5_000, clock, () => false)).toBe('quiet');
    // Heard at the fourth look, and five slices without another one.
    expect(now).toBe(9 * slice);
    observer.close();
  });

  it('are seen by looking where they cannot be heard', () => {
    load();
    const changes = changesSeen(at.ax, at.identities, at.app, systemClock);
    expect(changes.changed()).toBe(false);
    simulator.do({ do: 'set', target: 'name', attribute: 'AXValue', value: 'x' });
    expect(changes.changed()).toBe(true);
    expect(changes.changed()).toBe(false);
    simulator.fault({ times: 'always', fault: { kind: 'error', code: -25204 } });
    expect(changes.changed()).toBe(true);
  });
});
