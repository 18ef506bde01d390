import { readFile as readText, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { thrownSentence } from '../contract/failure';
import type { Check } from '../contract/trace-event';
import { type DemoContext, type Evidence, type Prepared, taskAt } from './demo';
import { readingOf } from './readings';
import { taskLines, taskUrls } from './task-lines';
import { check, taskOf } from './verdict';

/** A task that names stations by their addresses, and the file in which what they report is to stand, a line each. */
export interface ReportTask {
  readonly urls: readonly string[];
  readonly file: string;
}

export function reportTask(task: string): ReportTask | null {
  const urls = taskUrls(task);
  const file = taskLines(task).get('file');
  return urls.length === 0 || file === undefined ? null : { urls, file };
}

/** Without the file, so that it can only be there if the run wrote it. */
export async function withoutFile(task: string, context: DemoContext): Promise<Prepared> {
  const wanted = reportTask(taskAt(task, context));
  if (wanted !== null) await rm(join(context.workspace, wanted.file), { force: true });
  return { task: taskAt(task, context), programs: [], cleanup: async () => {} };
}

/** Whether the file really holds what each station reports, in order, and nothing else. */
export async function fileHolds(evidence: Evidence): Promise<Check> {
  const wanted = reportTask(taskOf(evidence.model));
  if (wanted === null) return check('task', false, '', 'The task names no station, or no File.');
  const { urls, file } = wanted;
  const held = await readText(join(evidence.workspace, file), 'utf8').catch(thrownSentence);
  const reports = urls.map((url) => readingOf(url) ?? `nothing is at ${url}`);
  return check(
    file,
    held.trim() === reports.join('\n'),
    `${file} holds what ${reports.length} ${reports.length === 1 ? 'station reports' : 'stations report'}, line by line.`,
    `${file} holds ${JSON.stringify(held)}, not ${JSON.stringify(reports.join('\n'))}.`,
  );
}
