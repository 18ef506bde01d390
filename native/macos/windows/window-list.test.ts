import { afterEach, expect, it } from 'vitest';
import { openSimulatedCf } from '../simulated-ax.fixture';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import { listWindows } from './window-list';

await describeSimulated('the windows on the screen', (simulator) => {
  const { cf, demandNothingHeld } = openSimulatedCf(simulator.library);
  const load = (screenCapture: boolean) =>
    simulator.load({
      apps: [
        { pid: 7, name: 'Notes', windows: [{ title: 'All notes', frame: [10, -20, 400, 300] }] },
        { pid: 8, name: 'Dock', windows: [{ title: 'Dock', frame: [0, 700, 800, 60], layer: 20 }] },
      ],
      permissions: { screenCapture },
    });
  afterEach(() => {
    demandNothingHeld();
    simulator.demandHonesty();
  });

  it('are told with their program, place and layer', () => {
    load(true);
    expect(listWindows(cf)).toEqual([
      {
        id: expect.any(Number) as number,
        pid: 7,
        owner: 'Notes',
        title: 'All notes',
        layer: 0,
        bounds: { x: 10, y: -20, width: 400, height: 300 },
      },
      expect.objectContaining({ pid: 8, layer: 20 }),
    ]);
  });

  it('have no titles without permission to record the screen', () => {
    load(false);
    expect(listWindows(cf)?.map(({ title }) => title)).toEqual([null, null]);
  });
});
