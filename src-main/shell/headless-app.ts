import { resolve } from 'node:path';
import type { HeadlessRun } from '../cli';
import { ok } from '../contract/failure';
import { createHeadless } from '../runs/headless';
import { resolveTarget } from '../runs/resolve-target';
import { runRequest } from '../runs/run-request';
import { type EngineOptions, startEngine } from './engine';
import { writeLine } from './write-line';

export interface HeadlessAppOptions extends Pick<EngineOptions, 'home' | 'appVersion' | 'practice'> {
  readonly wanted: HeadlessRun;
  /** Where the person stands: relative paths begin here. */
  readonly workingDirectory: string;
}

/** Runs once without a window. @returns the exit code */
export async function runHeadlessApp(options: HeadlessAppOptions): Promise<number> {
  const { wanted, workingDirectory, ...rest } = options;
  const headless = createHeadless({
    wanted,
    exportTo: wanted.trace === null ? null : resolve(workingDirectory, wanted.trace),
    print: (line) => writeLine('stdout', line),
    complain: (line) => writeLine('stderr', line),
  });
  const engine = await startEngine({
    ...rest,
    answering: wanted.approve,
    saying: wanted.answer,
    isOwnWindowInUse: () => false,
    heard: (_id, event) => headless.heard(event),
    changed: () => {},
    mcpChanged: () => {},
    // Here they are started for this run, and one that is fetched first takes its time.
    mcpWaitMs: 20_000,
    problem: (failure) => headless.problem(failure),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => engine.runs.stop('signal'));
  const target = await resolveTarget(wanted.target, engine.programs);
  const request = target.ok
    ? ok(runRequest(wanted, target.value, engine.settings.current, engine.demos))
    : target;
  const code = await headless.run(engine.runs, request, (id) => engine.library.folderOf(id));
  await engine.close();
  return code;
}
