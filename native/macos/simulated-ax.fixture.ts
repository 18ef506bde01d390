import { expect } from 'vitest';
import { type Ax, openAx } from './accessibility/ax';
import { applicationOf } from './accessibility/element';
import { createIdentities, type Identities } from './accessibility/identities';
import type { AxResult } from './accessibility/outcome';
import type { Element } from './accessibility/read';
import { type Cf, createCf } from './core-foundation/cf';
import { type TracingLedger, tracingLedger } from './core-foundation/ledger';
import { onePath } from './framework-paths';
import { openFrameworks } from './frameworks';

/** Accessibility at work on a simulated screen. */
export interface SimulatedAx {
  readonly ax: Ax;
  readonly cf: Cf;
  readonly app: Element;
  readonly identities: Identities;
  /** Lets go of all it holds, and demands that nothing is left. */
  end(): void;
}

export interface SimulatedCf {
  readonly cf: Cf;
  /** Tells where what is still held became ours. */
  readonly demandNothingHeld: () => void;
}

export function openSimulatedCf(library: string, ledger: TracingLedger = tracingLedger()): SimulatedCf {
  const opened = openFrameworks(onePath(library));
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return {
    cf: createCf(opened.frameworks, ledger),
    demandNothingHeld: () => expect(ledger.outstanding()).toEqual([]),
  };
}

export function openSimulatedAx(
  library: string,
  pid: number,
  { timeoutSeconds = 1, known = 1_000 } = {},
): SimulatedAx {
  const { cf, demandNothingHeld } = openSimulatedCf(library);
  const ax = valueOf(openAx(cf, timeoutSeconds));
  const identities = createIdentities(ax, 's.', known);
  return {
    ax,
    cf,
    app: valueOf(applicationOf(ax, ax.scope, pid)),
    identities,
    end: () => {
      identities.clear();
      ax.close();
      demandNothingHeld();
    },
  };
}

export function valueOf<T>(result: AxResult<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.failure.problem}: ${result.failure.error}`);
}
