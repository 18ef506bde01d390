import { systemClock } from '../../../native/macos/accessibility/clock';
import { tracingLedger } from '../../../native/macos/core-foundation/ledger';
import { notBegun } from '../../../native/macos/lane/asked';
import {
  openSimulatedProgram,
  type SimulatedProgram,
} from '../../../native/macos/lane/simulated-program.fixture';
import type { Arrival as Met, Simulator } from '../../../native/macos/simulator/simulator.fixture';
import { type Arrival, done, type Provoked, type Stage } from '../conformance/stage.fixture';
import { macAdapter } from './mac-adapter';
import type { MacProgram } from './program';
import { nameById, pid, programName, replacement, script, sheet } from './stage-script.fixture';

/** For one native call: a program that hangs costs a few of them. */
const timeoutSeconds = 0.06;

/** The lane's work, in the process of the test. */
export function programOn(
  simulator: Simulator,
  lane: SimulatedProgram,
  { pid, name }: Pick<MacProgram, 'pid' | 'name'>,
): MacProgram {
  return {
    pid,
    name,
    ask: async (request, signal) =>
      signal.aborted
        ? notBegun('cancelled', 'It was cancelled before it had begun.')
        : { kind: 'answered', reply: await lane.ask(request) },
    isRunning: () => simulator.look(name) !== null,
  };
}

export async function openSimulatedStage(simulator: Simulator): Promise<Stage> {
  simulator.load(script);
  const lane = openSimulatedProgram(simulator.library, pid, systemClock, tracingLedger(), timeoutSeconds);
  const adapter = macAdapter(programOn(simulator, lane, { pid, name: programName }), null);
  let ticking: NodeJS.Timeout | null = null;
  const thaw = () => {
    simulator.forgetFaults();
    simulator.release();
  };
  const tick = () => {
    let count = 0;
    ticking = setInterval(() => {
      count += 1;
      simulator.do({ do: 'set', target: 'status', value: `Tick ${count}` });
    }, 20);
  };

  const provocations = {
    replace: () => simulator.do(...replacement),
    open_modal: () => simulator.do(sheet),
    cover: () => simulator.do({ do: 'raise', target: 'cover' }),
    freeze: () => simulator.fault({ app: programName, times: 'always', fault: { kind: 'hang' } }),
    thaw,
    kill: () => simulator.do({ do: 'quit', target: programName }),
    close_window: () => simulator.do({ do: 'remove', target: 'main' }),
    tick,
  };

  return {
    adapter,
    selectAll: 'Meta+a',
    arrivals: () => Promise.resolve(simulator.arrivals().flatMap((met) => arrivalOf(simulator, met))),
    provoke(what): Promise<Provoked> {
      provocations[what]();
      return Promise.resolve(done);
    },
    async close() {
      if (ticking !== null) clearInterval(ticking);
      await adapter.close();
      thaw();
      lane.end();
      simulator.demandHonesty();
    },
  };
}

/** What the simulator wrote down, in the suite's words: what only opened a menu or moved the focus is none of them. */
function arrivalOf(simulator: Simulator, { kind, name, element, value }: Met): readonly Arrival[] {
  if (element === null) return [];
  const known = nameById[element];
  if (kind === 'action' && element.startsWith('colour-') && name === 'AXPress')
    return [{ name: 'Colour', kind: 'changed', value: element.slice('colour-'.length) }];
  if (known === undefined || element === 'colour') return [];
  if ((kind === 'action' && name === 'AXPress') || kind === 'click')
    return [{ name: known, kind: 'pressed', value: null }];
  if (kind === 'set' && name === 'AXValue') return [{ name: known, kind: 'changed', value }];
  if (kind === 'key') {
    const held = simulator.look(element)?.attributes['AXValue'];
    return [{ name: known, kind: 'changed', value: typeof held === 'string' ? held : null }];
  }
  return [];
}
