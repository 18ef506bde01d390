import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { thrownSentence } from '../contract/failure';
import type { DemoInfo } from '../contract/ipc';
import type { ScriptedAnswer, ScriptedCall, ScriptedProgram } from '../providers/scripted/program';
import { runScript } from './calls';
import { type Demo, taskAt } from './demo';
import { indexPath, readingAt, stationNames } from './readings';
import { taskLines } from './task-lines';
import { failures, readTranscript, wasDone } from './transcript';
import { check, taskOf, verdict } from './verdict';

const info: DemoInfo = {
  name: 'code',
  title: 'A script',
  task: [
    'Look up the weather stations in the index, read them all, and sort those that tell a temperature from cold to warm. Write',
    'the sorted reports to the file, one a line, and put the warmest one on the clipboard.',
    `Index: {readings}${indexPath}`,
    'File: code/by-temperature.txt',
  ].join('\n'),
  shows: 'One script that reads, computes and writes: each of its calls is a call like any other.',
  tools: ['run_script', 'http_get', 'write_file', 'clipboard_write'],
  target: 'practice',
  crew: { kind: 'scripts' },
  approvals: 'sensitive',
};

interface Wishes {
  readonly index: string;
  readonly file: string;
}

function wishesOf(task: string): Wishes | null {
  const lines = taskLines(task);
  const [index, file] = [lines.get('index'), lines.get('file')];
  return index === undefined || file === undefined ? null : { index, file };
}

const program: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const wishes = wishesOf(transcript.task);
  if (wishes === null) return final('The task must name Index and File.');
  const script = scriptFor(wishes);
  if (wasDone(transcript, script)) return final(`The reports are in ${wishes.file}, sorted by temperature.`);
  const tries = failures(transcript, script);
  if (tries >= 2) return final('The script kept failing.');
  return { text: tries === 0 ? 'A script can do this.' : '', calls: [script] };
};

function scriptFor({ index, file }: Wishes): ScriptedCall {
  return runScript(`const { body: index } = await tools.http_get({ url: ${JSON.stringify(index)} });
const pages = await Promise.all(index.stations.map(({ url }) => tools.http_get({ url })));
const warmth = (report) => Number(/(-?[0-9.]+) degrees/.exec(report)?.[1] ?? NaN);
const reports = pages
  .map(({ body }) => body.trim())
  .filter((report) => !Number.isNaN(warmth(report)))
  .sort((a, b) => warmth(a) - warmth(b));
print(reports.length + ' of ' + pages.length + ' tell a temperature');
await Promise.all([
  tools.write_file({ path: ${JSON.stringify(file)}, text: reports.join('\\n') + '\\n' }),
  tools.clipboard_write({ text: reports.at(-1) }),
]);
return reports;`);
}

function final(text: string): ScriptedAnswer {
  return { text, calls: [] };
}

/** What the file has to hold, from what the stations really say. */
function sorted(): readonly string[] {
  const degrees = (report: string) => Number(/(-?[\d.]+) degrees/.exec(report)?.[1] ?? Number.NaN);
  return stationNames
    .flatMap((name) => readingAt(`/readings/${name}`) ?? [])
    .filter((report) => !Number.isNaN(degrees(report)))
    .toSorted((a, b) => degrees(a) - degrees(b));
}

export const code: Demo = {
  info,
  program,
  async prepare(context) {
    const task = taskAt(info.task, context);
    const wishes = wishesOf(task);
    if (wishes !== null) await rm(join(context.workspace, wishes.file), { force: true });
    return { task, programs: [], cleanup: async () => {} };
  },
  async verify(evidence) {
    const wishes = wishesOf(taskOf(evidence.model));
    if (wishes === null)
      return verdict(evidence, [check('task', false, '', 'The task names no index and no file.')]);
    const held = await readFile(join(evidence.workspace, wishes.file), 'utf8').catch(thrownSentence);
    const wanted = sorted();
    return verdict(evidence, [
      check(
        wishes.file,
        held.trim() === wanted.join('\n'),
        `${wishes.file} holds ${wanted.length} reports, from cold to warm.`,
        `${wishes.file} holds ${JSON.stringify(held)}, not the reports from cold to warm.`,
      ),
      check(
        'clipboard',
        evidence.clipboard.trim() === wanted.at(-1),
        'The clipboard holds the warmest report.',
        `The clipboard holds ${JSON.stringify(evidence.clipboard)}, not the warmest report.`,
      ),
    ]);
  },
};
