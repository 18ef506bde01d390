import { readFile as readText, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { alone } from '../contract/crew';
import { thrownSentence } from '../contract/failure';
import type { DemoInfo } from '../contract/ipc';
import type { Json } from '../contract/messages';
import type { ScriptedAnswer, ScriptedCall, ScriptedProgram } from '../providers/scripted/program';
import { bodyOf } from './bodies';
import { httpGet, writeClipboard, writeFile } from './calls';
import { type Demo, taskAt } from './demo';
import { indexPath, readingAt, stationNames } from './readings';
import { taskLines } from './task-lines';
import { answerTo, failures, readTranscript, type Transcript, wasDone } from './transcript';
import { check, taskOf, verdict } from './verdict';

const info: DemoInfo = {
  name: 'planned-research',
  title: 'Planned research',
  task: [
    'Look up the weather stations in the index, read the first four, and write what each reports to a file of its own, named after',
    'its place in the index. Put the report of the first one on the clipboard too.',
    `Index: {readings}${indexPath}`,
    'Files: research/station',
  ].join('\n'),
  shows:
    'One plan of tasks that need what others give: each starts as soon as that is there, while the plan is still arriving.',
  tools: ['plan', 'http_get', 'write_file', 'clipboard_write'],
  target: 'practice',
  crew: alone,
  approvals: 'sensitive',
};

const tries = 3;
const places = [0, 1, 2, 3] as const;

interface Wishes {
  readonly index: string;
  /** The beginning of every file's path. */
  readonly files: string;
}

function wishesOf(task: string): Wishes | null {
  const lines = taskLines(task);
  const [index, files] = [lines.get('index'), lines.get('files')];
  return index === undefined || files === undefined ? null : { index, files };
}

function pathOf({ files }: Wishes, place: number): string {
  return `${files}-${place + 1}.txt`;
}

const program: ScriptedProgram = ({ messages, tools }) => {
  const transcript = readTranscript(messages);
  const wishes = wishesOf(transcript.task);
  if (wishes === null) return final('The task must name Index and Files.');
  const mayPlan = tools.some(({ name }) => name === 'plan');
  const planned = transcript.attempts.find(({ tool }) => tool === 'plan');
  if (mayPlan && planned === undefined) return { text: 'I will plan this.', calls: [planOf(wishes)] };
  if (planned?.outcome === 'done') return final(`I wrote the reports of ${places.length} stations.`);
  return stepwise(transcript, wishes);
};

/** All of it at once, though nobody knows an address or a report yet. */
function planOf(wishes: Wishes): ScriptedCall {
  const task = (id: string, tool: string, input: Json) => ({ id, tool, input });
  const reads = places.map((place) =>
    task(`read-${place + 1}`, 'http_get', { url: { $ref: `index.body.stations[${place}].url` } }),
  );
  const writes = places.map((place) =>
    task(`write-${place + 1}`, 'write_file', {
      path: pathOf(wishes, place),
      text: { $ref: `read-${place + 1}.body` },
    }),
  );
  const copy = task('copy', 'clipboard_write', { text: { $ref: 'read-1.body' } });
  return {
    tool: 'plan',
    input: { tasks: [task('index', 'http_get', { url: wishes.index }), ...reads, copy, ...writes] },
  };
}

/** Without a plan, or after one that did not come out: what is open, turn by turn. */
function stepwise(transcript: Transcript, wishes: Wishes): ScriptedAnswer {
  const look = httpGet(wishes.index);
  const index = answerTo(transcript, look);
  if (index === null) return tried(transcript, [look]);
  const urls = urlsIn(bodyOf(index));
  if (urls === null) return final('The index lists no stations.');
  const reads = urls.map(httpGet);
  const open = reads.filter((call) => !wasDone(transcript, call));
  if (open.length > 0) return tried(transcript, open);
  const reports = reads.map((call) => bodyOf(answerTo(transcript, call) ?? ''));
  const writes = [
    ...reports.map((report, place) => writeFile(pathOf(wishes, place), report)),
    writeClipboard(reports[0] ?? ''),
  ].filter((call) => !wasDone(transcript, call));
  if (writes.length > 0) return tried(transcript, writes);
  return final(`I wrote the reports of ${reports.length} stations.`);
}

function tried(transcript: Transcript, calls: readonly ScriptedCall[]): ScriptedAnswer {
  const worn = calls.find((call) => failures(transcript, call) >= tries);
  if (worn !== undefined) return final(`${worn.tool} kept failing with ${JSON.stringify(worn.input)}.`);
  return { text: '', calls };
}

const Index = z.object({ stations: z.array(z.object({ url: z.string() })).min(places.length) });

function urlsIn(body: string): readonly string[] | null {
  try {
    const index = Index.safeParse(JSON.parse(body));
    return index.success ? index.data.stations.slice(0, places.length).map(({ url }) => url) : null;
  } catch {
    return null;
  }
}

function final(text: string): ScriptedAnswer {
  return { text, calls: [] };
}

export const plannedResearch: Demo = {
  info,
  program,
  async prepare(context) {
    const wishes = wishesOf(taskAt(info.task, context));
    for (const place of places) {
      if (wishes !== null) await rm(join(context.workspace, pathOf(wishes, place)), { force: true });
    }
    return { task: taskAt(info.task, context), programs: [], cleanup: async () => {} };
  },
  async verify(evidence) {
    const wishes = wishesOf(taskOf(evidence.model));
    if (wishes === null)
      return verdict(evidence, [check('task', false, '', 'The task names no index and no files.')]);
    const reportAt = (place: number) => readingAt(`/readings/${stationNames[place] ?? ''}`);
    const checks = await Promise.all(
      places.map(async (place) => {
        const path = pathOf(wishes, place);
        const held = await readText(join(evidence.workspace, path), 'utf8').catch(thrownSentence);
        const report = reportAt(place);
        return check(
          path,
          held.trim() === report,
          `${path} holds: ${report}`,
          `${path} holds ${JSON.stringify(held)}, not what the station reports.`,
        );
      }),
    );
    const copied = check(
      'clipboard',
      evidence.clipboard.trim() === reportAt(0),
      'The clipboard holds the report of the first station.',
      `The clipboard holds ${JSON.stringify(evidence.clipboard)}, not the report of the first station.`,
    );
    return verdict(evidence, [...checks, copied]);
  },
};
