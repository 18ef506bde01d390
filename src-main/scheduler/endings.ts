import { Failure, thrownSentence } from '../contract/failure';
import type { CallId } from '../contract/ids';
import type { ToolResult } from '../contract/messages';
import type { Call } from '../contract/trace-model';
import type { Ending, Report } from './call';

/** What is sent back to the model: the failure first, then whatever the tool still had to show. */
export function toolResult(id: CallId, { outcome, failure, content }: Ending): ToolResult {
  const said = failure === null ? [] : [{ type: 'text' as const, text: failureText(failure) }];
  return { type: 'tool_result', id, content: [...said, ...content], isError: outcome !== 'succeeded' };
}

export function failureText({ code, sentence, next }: Failure): string {
  return `${code}: ${sentence} ${next}`;
}

export function reported(report: Report): Ending {
  return { ...report, outcome: report.failure === null ? 'succeeded' : outcomeOf(report.failure) };
}

function outcomeOf({ code }: Failure): 'failed' | 'timed_out' | 'cancelled' {
  return code === 'timed_out' || code === 'cancelled' ? code : 'failed';
}

export function refused(failure: Failure): Ending {
  return neverRan('failed', failure);
}

export function deferred(call: Call): Ending {
  return neverRan('deferred', {
    code: 'deferred',
    sentence: `This run allows one call a turn, so ${call.tool} was not run.`,
    next: 'Look at the result of the first call, then ask for this one again if it is still wanted.',
  });
}

export function unmet(call: Call, because: Call): Ending {
  return neverRan('skipped', {
    code: 'skipped',
    sentence: `${call.tool} was not run, because it needs what ${because.tool} (${because.id}) was to give, which ${causeOf(because)}`,
    next: 'See to that first, then ask for this again if it is still wanted.',
  });
}

export function skipped(call: Call, because: Call): Ending {
  return neverRan('skipped', {
    code: 'skipped',
    sentence: `${call.tool} was not run, because ${because.tool} (${because.id}), asked for before it, ${causeOf(because)}`,
    next: 'Look at what came back with that call, then decide again.',
  });
}

/** The answer that asked for it was lost before it could start, and the next one did not ask for it. */
export function withdrawn(call: Call): Ending {
  return neverRan('skipped', noLongerWanted(call));
}

export function noLongerWanted({ tool }: Call): Failure {
  return {
    code: 'skipped',
    sentence: `The answer that asked for ${tool} was lost on its way, and the next one did without it.`,
    next: 'Nothing was done.',
  };
}

function causeOf({ ended }: Call): string {
  if (ended === null || ended.outcome === 'skipped') return 'was skipped too.';
  if (ended.failure === null) return 'may not have arrived.';
  return `did not succeed: ${ended.failure.code}: ${ended.failure.sentence}`;
}

export function threw(call: Call, thrown: unknown): Ending {
  return {
    outcome: 'failed',
    content: [],
    failure: {
      code: 'tool_threw',
      sentence: `${call.tool} broke: ${thrownSentence(thrown)}`,
      next: afterwards(call, 'Try another way.'),
    },
    delivery: unknownIfWrite(call),
    value: null,
  };
}

export function timedOut(call: Call, limitMs: number): Ending {
  return {
    outcome: 'timed_out',
    content: [],
    failure: {
      code: 'timed_out',
      sentence: `${call.tool} had not ended after ${limitMs} ms.`,
      next: afterwards(call, 'Try again, or ask for less at once.'),
    },
    delivery: unknownIfWrite(call),
    value: null,
  };
}

/** @param reason what the stop was aborted with; a Failure says why in its sentence */
export function cancelled(call: Call, reason: unknown): Ending {
  const why = Failure.safeParse(reason);
  const happened = call.startedAt === null ? 'never started' : 'was still running';
  return {
    outcome: 'cancelled',
    content: [],
    failure: {
      code: 'cancelled',
      sentence: `${why.success ? why.data.sentence : 'The run was stopped.'} ${call.tool} ${happened}.`,
      next:
        call.startedAt === null ? 'Nothing was done.' : afterwards(call, 'Ask again if it is still wanted.'),
    },
    delivery: unknownIfWrite(call),
    value: null,
  };
}

/** What a tool that was told to stop still said of itself. One that had finished by then has finished. */
export function reportedAfterStop(call: Call, report: Report, reason: unknown): Ending {
  if (report.failure === null) return reported(report);
  const ending = cancelled(call, reason);
  return {
    ...ending,
    content: report.content,
    failure: report.failure.code === 'cancelled' ? report.failure : ending.failure,
    delivery: report.delivery ?? ending.delivery,
  };
}

function neverRan(outcome: Ending['outcome'], failure: Failure): Ending {
  return { outcome, content: [], failure, delivery: null, value: null };
}

function unknownIfWrite(call: Call): 'unknown' | null {
  return call.startedAt !== null && call.admission?.effect === 'write' ? 'unknown' : null;
}

function afterwards(call: Call, otherwise: string): string {
  return unknownIfWrite(call) === null
    ? otherwise
    : 'Look at the target before you repeat it: it may have arrived.';
}
