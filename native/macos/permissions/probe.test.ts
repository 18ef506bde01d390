import { afterEach, expect, it } from 'vitest';
import { openSimulatedAx, type SimulatedAx } from '../simulated-ax.fixture';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import type { Permission } from '../simulator/script.fixture';
import { accessibilityState, isTrusted, mayCaptureScreen, probe, promptForTrust } from './permissions';

const pid = 4242;

await describeSimulated('permissions', (simulator) => {
  let at: SimulatedAx;
  const load = (accessibility: Permission, screenCapture = false) => {
    simulator.load({ apps: [{ pid, name: 'Finder' }], permissions: { accessibility, screenCapture } });
    at = openSimulatedAx(simulator.library, pid);
  };
  const state = () => accessibilityState(isTrusted(at.cf), probe(at.ax, pid));
  afterEach(() => {
    simulator.release();
    simulator.forgetFaults();
    at.end();
    simulator.demandHonesty();
  });

  it.each([
    ['given', true, 'working'],
    ['not given', false, 'failing'],
    ['given, of which the system does not say so yet', { reported: false, actual: true }, 'working'],
    ['taken away, of which the system does not say so yet', { reported: true, actual: false }, 'failing'],
  ] as const)('%s are known by what another program answers', (_what, permission, expected) => {
    load(permission);
    expect(state()).toBe(expected);
  });

  it('are unknown where the other program hangs', () => {
    load(true);
    simulator.fault({ times: 'always', fault: { kind: 'error', code: -25204 } });
    expect(state()).toBe('unknown');
  });

  it('are asked of the person when that is wanted, and never else', () => {
    load(false);
    state();
    expect(simulator.report().prompts.accessibility).toBe(0);
    expect(promptForTrust(at.cf)).toBe(false);
    expect(simulator.report().prompts.accessibility).toBe(1);
  });

  it('to record the screen are told without asking', () => {
    load(true, true);
    expect(mayCaptureScreen(at.cf)).toBe(true);
    simulator.permissions({ screenCapture: false });
    expect(mayCaptureScreen(at.cf)).toBe(false);
    expect(simulator.report().prompts.screenCapture).toBe(0);
  });
});
