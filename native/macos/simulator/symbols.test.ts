import { expect, it } from 'vitest';
import { onePath } from '../framework-paths';
import { openFrameworks } from '../frameworks';
import { describeSimulated } from './describe-simulated.fixture';

await describeSimulated('the simulated frameworks', (simulator) => {
  it('have every symbol that is called on a Mac', () => {
    const opened = openFrameworks(onePath(simulator.library));
    expect(opened.ok ? [] : opened).toEqual([]);
  });
});
