import { type Failure, failed, ok, type Result, thrownSentence } from '../contract/failure';
import type { RunId } from '../contract/ids';
import type { OverrideChange, RunRequest } from '../contract/run-options';
import type { StopSource } from '../contract/trace-event';

/** A run that only has to be set going. */
export interface PreparedRun {
  /** Records its first event before it returns. @param stop aborted with a StopSource. @returns resolves once all is recorded */
  begin(stop: AbortSignal): Promise<void>;
  /** Once it has begun. */
  override(change: OverrideChange): void;
}

export type PrepareRun = (id: RunId, request: RunRequest) => Promise<Result<PreparedRun>>;

/** One run at a time. */
export interface Runs {
  start(request: RunRequest): Promise<Result<{ id: RunId }>>;
  /** The sooner of this and the run's own end wins; also reaches a run that is still being prepared. */
  stop(by: StopSource): Result<null>;
  /** Failure `not_found` where no run is under way. */
  override(change: OverrideChange): Result<null>;
  /** Stops, and lets no other run begin. */
  close(by: StopSource): void;
  /** The run that is being recorded now. */
  readonly live: RunId | null;
  /** Resolves once no run is active. */
  settled(): Promise<void>;
}

export interface RunsOptions {
  readonly prepare: PrepareRun;
  readonly newId: () => RunId;
  /** A run has become active, or is over. */
  readonly changed: (active: RunId | null) => void;
  /** A run broke in a way that its own trace can't tell. */
  readonly broke: (failure: Failure) => void;
}

interface Active {
  readonly id: RunId;
  readonly stop: AbortController;
  readonly over: Promise<void>;
}

export function createRuns({ prepare, newId, changed, broke }: RunsOptions): Runs {
  let active: Active | null = null;
  let underWay: { readonly id: RunId; readonly run: PreparedRun } | null = null;
  let isClosing = false;

  async function runToItsEnd(run: PreparedRun, stop: AbortSignal): Promise<void> {
    try {
      await run.begin(stop);
    } catch (thrown) {
      broke({
        code: 'internal',
        sentence: `The run broke: ${thrownSentence(thrown)}`,
        next: 'Look at the target, then run again.',
      });
    }
  }

  return {
    async start(request) {
      if (isClosing) return failed('run_active', 'Interlock is closing.', 'Start it again, then run.');
      if (active !== null)
        return failed('run_active', 'A run is going on already.', 'Stop it first, or wait for its end.');
      const id = newId();
      const stop = new AbortController();
      let settle = (): void => {};
      const over = new Promise<void>((resolve) => {
        settle = resolve;
      });
      active = { id, stop, over };
      const end = (): void => {
        active = null;
        underWay = null;
        settle();
      };
      const prepared = await attempt(() => prepare(id, request));
      if (!prepared.ok) {
        end();
        return prepared;
      }
      underWay = { id, run: prepared.value };
      const running = runToItsEnd(prepared.value, stop.signal);
      changed(id);
      void running.then(() => {
        end();
        changed(null);
      });
      return ok({ id });
    },
    stop(by) {
      active?.stop.abort(by);
      return ok(null);
    },
    override(change) {
      if (underWay === null) return nobodyRuns;
      underWay.run.override(change);
      return ok(null);
    },
    close(by) {
      isClosing = true;
      active?.stop.abort(by);
    },
    get live() {
      return underWay?.id ?? null;
    },
    settled: () => active?.over ?? Promise.resolve(),
  };
}

const nobodyRuns = failed(
  'not_found',
  'The run is over, and no other is going on.',
  'Set it under Rules, for the next run.',
);

async function attempt(prepare: () => Promise<Result<PreparedRun>>): Promise<Result<PreparedRun>> {
  try {
    return await prepare();
  } catch (thrown) {
    return failed('internal', `The run could not be prepared: ${thrownSentence(thrown)}`, 'Try again.');
  }
}
