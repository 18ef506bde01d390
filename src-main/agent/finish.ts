import type { Clock } from '../contract/clock';
import { type Failure, thrownSentence } from '../contract/failure';
import type { EventSink, RunStatus } from '../contract/trace-event';
import type { Verification } from '../contract/trace-model';
import { failedWith } from './endings';
import { openEnds } from './open-ends';
import type { Ending } from './state';

/** How long a run that is over waits to be verified, in milliseconds. */
const verifyLimitMs = 10_000;

export interface Finishing {
  /** For everyone at work in the run. Once the run is finishing, nobody hears those who were given up. */
  readonly emit: EventSink;
  /** The first call counts. */
  readonly finish: (ending: Ending) => void;
  readonly done: Promise<RunStatus>;
}

/** The end of a run: nothing left open, verified where somebody can, and `run-ended` as the last word. */
export function finishing(setup: {
  readonly emit: EventSink;
  readonly clock: Clock;
  readonly verify: (() => Promise<Verification>) | null;
}): Finishing {
  const open = openEnds();
  let over = false;
  let finish: Finishing['finish'] = () => undefined;
  const done = new Promise<RunStatus>((resolve, reject) => {
    finish = (ending) => {
      if (over) return;
      over = true;
      last(ending).then(resolve, reject);
    };
  });

  async function last(ending: Ending): Promise<RunStatus> {
    for (const body of open.closing(ending.failure ?? leftOpen)) setup.emit(body);
    const { status, failure } = (await verified()) ?? ending;
    setup.emit({ type: 'run-ended', status, failure });
    return status;
  }

  /** @returns how the run ends instead, where nobody could tell what it did */
  async function verified(): Promise<Ending | null> {
    if (setup.verify === null) return null;
    try {
      const { checks, ...found } = await withinLimit(setup.verify(), setup.clock);
      setup.emit({ type: 'run-verified', ...found, checks: [...checks] });
      return null;
    } catch (thrown) {
      return failedWith(unverified(thrown));
    }
  }

  return {
    emit(body) {
      if (over) return;
      open.note(body);
      setup.emit(body);
    },
    finish: (ending) => finish(ending),
    done,
  };
}

async function withinLimit<T>(looking: Promise<T>, clock: Clock): Promise<T> {
  let forget = () => {};
  const limit = new Promise<never>((_, reject) => {
    forget = clock.after(verifyLimitMs, () => reject(new Error(`no answer within ${verifyLimitMs} ms`)));
  });
  try {
    return await Promise.race([looking, limit]);
  } finally {
    forget();
  }
}

const leftOpen: Failure = {
  code: 'internal',
  sentence: 'The run ended while this was still open.',
  next: 'Look at the target, and report this with the recording of the run.',
};

function unverified(thrown: unknown): Failure {
  return {
    code: 'internal',
    sentence: `What the run did could not be verified: ${thrownSentence(thrown)}.`,
    next: 'Look at the target, and report this with the recording of the run.',
  };
}
