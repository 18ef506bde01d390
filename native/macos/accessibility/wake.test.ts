import { afterEach, expect, it } from 'vitest';
import { openSimulatedAx, type SimulatedAx } from '../simulated-ax.fixture';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import type { AppScript } from '../simulator/script.fixture';
import type { Clock } from './clock';
import { createWakingMemory, wake } from './wake';

const pid = 4242;

await describeSimulated('waking a program on Chromium', (simulator) => {
  let at: SimulatedAx;
  /** Time that passes for the program as it is waited for. */
  const clock: Clock = {
    now: () => 0,
    pause: async (milliseconds) => simulator.advance(milliseconds),
  };
  const woken = (app: Partial<AppScript>, lazy = true) => {
    simulator.load({
      apps: [
        {
          pid,
          name: 'Chat',
          windows: [
            { children: [{ role: 'AXWebArea', lazy, children: [{ role: 'AXButton', title: 'Send' }] }] },
          ],
          ...app,
        },
      ],
    });
    simulator.clock(true);
    at = openSimulatedAx(simulator.library, pid);
    return wake(at.ax, at.identities, at.app, clock);
  };
  const set = () => simulator.takeArrivals().map(({ name }) => name);
  afterEach(() => {
    simulator.clock(false);
    at.end();
    simulator.demandHonesty();
  });

  it('is not needed where it is awake', async () => {
    expect(await woken({}, false)).toBe('awake');
    expect(set()).toEqual([]);
  });

  it('works the first way also where the answer is an error', async () => {
    expect(
      await woken({ manualAccessibility: { answer: -25205, works: true, settleMilliseconds: 400 } }),
    ).toBe('manual');
    expect(set()).not.toContain('AXEnhancedUserInterface');
  });

  it('goes on to the second way where the first one did nothing', async () => {
    const app = {
      manualAccessibility: { answer: 0, works: false },
      enhancedUserInterface: { answer: 0, works: true, settleMilliseconds: 300 },
    };
    expect(await woken(app)).toBe('enhanced');
  });

  it('is told to have failed where neither did', async () => {
    const app = { manualAccessibility: { works: false }, enhancedUserInterface: { works: false } };
    expect(await woken(app)).toBe('asleep');
  });
});

await describeSimulated('the memory of what was woken', () => {
  it('is of a process, not of a number', () => {
    const memory = createWakingMemory();
    memory.set(7, 100, 'manual');
    expect(memory.get(7, 100)).toBe('manual');
    expect(memory.get(7, 200)).toBeNull();
    expect(memory.get(8, 100)).toBeNull();
  });
});
