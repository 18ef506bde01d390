import { join } from 'node:path';
import type { HeadlessRun } from '../cli';
import type { Failure, Result } from '../contract/failure';
import type { RunId } from '../contract/ids';
import { reduce } from '../contract/reduce';
import type { RunRequest } from '../contract/run-options';
import { type RunSummary, summarise } from '../contract/summary';
import type { TraceEvent } from '../contract/trace-event';
import { emptyModel } from '../contract/trace-model';
import { exportRecording } from '../trace/export';
import { recordingFiles } from '../trace/recorder';
import { progressLines } from './progress';
import type { Runs } from './runs';

export interface HeadlessOptions {
  readonly wanted: HeadlessRun;
  /** Where `--trace` is to be copied to, absolute. */
  readonly exportTo: string | null;
  /** Lines for whoever asked. */
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** A run without a window: it tells its progress, and ends in an exit code. */
export interface Headless {
  heard(event: TraceEvent): void;
  problem(failure: Failure): void;
  /** @param request or why there is none. @returns the exit code */
  run(runs: Runs, request: Result<RunRequest>, folderOf: (id: RunId) => string): Promise<number>;
}

/** What the last line of `--json` holds beside the numbers of the run. */
type Outcome = RunSummary & {
  /** Where the recording is. */
  readonly trace: string | null;
  readonly failure: Failure | null;
};

export function createHeadless({ wanted, exportTo, print, complain }: HeadlessOptions): Headless {
  let model = emptyModel;
  const problem = ({ sentence, next }: Failure) => complain(`${sentence} ${next}`);

  function finish(outcome: Outcome): number {
    if (wanted.json) print(JSON.stringify(outcome));
    const isProved = wanted.what.kind === 'task' || outcome.verified === true;
    return outcome.status === 'completed' && outcome.failure === null && isProved ? 0 : 1;
  }

  return {
    heard(event) {
      model = reduce(model, event);
      if (!wanted.json) progressLines(event, model).forEach(print);
    },
    problem,
    async run(runs, request, folderOf) {
      const started = request.ok ? await runs.start(request.value) : request;
      if (!started.ok) {
        problem(started.failure);
        return finish({ ...nothingRan(wanted), failure: started.failure });
      }
      const timer =
        wanted.timeoutMs === null ? null : setTimeout(() => runs.stop('timeout'), wanted.timeoutMs);
      await runs.settled();
      if (timer !== null) clearTimeout(timer);
      const folder = folderOf(started.value.id);
      const exported = exportTo === null ? null : await exportRecording(folder, exportTo);
      const trace =
        exportTo === null || exported?.ok !== true ? join(folder, recordingFiles.trace) : exportTo;
      if (exported?.ok === false) problem(exported.failure);
      if (!wanted.json) print(`recorded at ${trace}`);
      const summary = summarise(model) ?? nothingRan(wanted);
      const failure = model.phase.kind === 'ended' ? model.phase.failure : null;
      return finish({ ...summary, trace, failure: exported?.ok === false ? exported.failure : failure });
    },
  };
}

function nothingRan({ mode }: HeadlessRun): Outcome {
  return {
    status: 'failed',
    mode,
    turns: 0,
    calls: 0,
    maxConcurrency: 0,
    wallMs: 0,
    hazards: 0,
    staleRefs: 0,
    skipped: 0,
    writesDelivered: 0,
    wrongElementWrites: null,
    verified: null,
    trace: null,
    failure: null,
  };
}
