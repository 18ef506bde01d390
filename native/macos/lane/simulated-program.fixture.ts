import { openAx } from '../accessibility/ax';
import type { Clock } from '../accessibility/clock';
import { systemClock } from '../accessibility/clock';
import { type TracingLedger, tracingLedger } from '../core-foundation/ledger';
import { openSimulatedCf, valueOf } from '../simulated-ax.fixture';
import { answer } from './answer';
import { openProgram, type Program } from './program';
import { parseReply, type ReplyTo } from './replies';
import type { LaneRequest } from './requests';

/** What a lane does with a request, in the process of the test. */
export interface SimulatedProgram {
  readonly program: Program;
  /** Parsed as it is on the other side. */
  ask<R extends LaneRequest>(request: R): Promise<ReplyTo<R>>;
  /** Demands that nothing is held any more. */
  end(): void;
}

export function openSimulatedProgram(
  library: string,
  pid: number,
  clock: Clock = systemClock,
  ledger: TracingLedger = tracingLedger(),
  timeoutSeconds = 1,
): SimulatedProgram {
  const { cf, demandNothingHeld } = openSimulatedCf(library, ledger);
  const program = valueOf(openProgram(valueOf(openAx(cf, timeoutSeconds)), pid, 'p.', clock));
  return {
    program,
    ask: async (request) => {
      const told: unknown = JSON.parse(JSON.stringify(await answer(program, request, () => false)));
      const reply = parseReply(request, told);
      if (reply === null) throw new Error(`no reply to ${request.kind}: ${JSON.stringify(told)}`);
      return reply;
    },
    end: () => {
      program.close();
      demandNothingHeld();
    },
  };
}
