import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { alone } from '../contract/crew';
import { thrownSentence } from '../contract/failure';
import type { DemoInfo } from '../contract/ipc';
import type { Call, TraceModel } from '../contract/trace-model';
import type { ScriptedAnswer, ScriptedCall, ScriptedProgram } from '../providers/scripted/program';
import { bodyOf } from './bodies';
import { askPerson, httpGet, writeClipboard, writeFile } from './calls';
import { type Demo, taskAt } from './demo';
import { readingAt, stationNames } from './readings';
import { taskLines } from './task-lines';
import { answerTo, hasRun, readTranscript } from './transcript';
import { check, taskOf, verdict } from './verdict';

const info: DemoInfo = {
  name: 'approval',
  title: 'With your leave',
  task: [
    'Ask me which weather station I want, read it, and write its report to the file and to the clipboard.',
    'Stations: {readings}/readings',
    'File: approval/report.txt',
  ].join('\n'),
  shows:
    'A question to you in the middle of a run, and a run that writes nothing which you have not let it write.',
  tools: ['ask_person', 'http_get', 'write_file', 'clipboard_write'],
  target: 'practice',
  crew: alone,
  approvals: 'writes',
};

const question = 'Which station do you want?';

interface Wishes {
  readonly stations: string;
  readonly file: string;
}

function wishesOf(task: string): Wishes | null {
  const lines = taskLines(task);
  const [stations, file] = [lines.get('stations'), lines.get('file')];
  return stations === undefined || file === undefined ? null : { stations, file };
}

const program: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const wishes = wishesOf(transcript.task);
  if (wishes === null) return final('The task must name Stations and File.');
  const ask = askPerson(question, stationNames);
  if (!hasRun(transcript, ask)) return { text: 'I have to ask you something first.', calls: [ask] };
  const station = stationIn(answerTo(transcript, ask) ?? '');
  if (station === null) return final('You have not named a station that I know, so I wrote nothing.');
  const read = httpGet(`${wishes.stations}/${station}`);
  if (!hasRun(transcript, read)) return { text: '', calls: [read] };
  const report = answerTo(transcript, read);
  if (report === null) return final('The station could not be read.');
  const open = writesOf(wishes, bodyOf(report)).filter((call) => !hasRun(transcript, call));
  if (open.length > 0) return { text: '', calls: open };
  return final(`I wrote what the station ${station} reports, as far as you let me.`);
};

function writesOf({ file }: Wishes, report: string): readonly ScriptedCall[] {
  return [writeFile(file, report), writeClipboard(report)];
}

function stationIn(answer: string): string | null {
  return stationNames.find((name) => answer.toLowerCase().includes(name)) ?? null;
}

function final(text: string): ScriptedAnswer {
  return { text, calls: [] };
}

const writers: ReadonlySet<string> = new Set(['write_file', 'clipboard_write']);

function callsOf({ turns }: TraceModel): readonly Call[] {
  return turns.flatMap(({ calls }) => calls);
}

/** Every write that took place had the person's word first. */
function wasLet({ approvals }: Call): boolean {
  return approvals.some(({ answered }) => answered?.outcome === 'once' || answered?.outcome === 'run');
}

export const approval: Demo = {
  info,
  program,
  async prepare(context) {
    const task = taskAt(info.task, context);
    const wishes = wishesOf(task);
    if (wishes !== null) await rm(join(context.workspace, wishes.file), { force: true });
    return { task, programs: [], cleanup: async () => {} };
  },
  async verify(evidence) {
    const { model } = evidence;
    const wishes = wishesOf(taskOf(model));
    if (wishes === null)
      return verdict(evidence, [check('task', false, '', 'The task names no stations and no file.')]);
    const calls = callsOf(model);
    const asked = calls.find(({ tool, ended }) => tool === 'ask_person' && ended?.outcome === 'succeeded');
    const said = (asked?.ended?.content ?? [])
      .map((block) => (block.type === 'text' ? block.text : ''))
      .join('\n');
    const report = readingAt(`/readings/${stationIn(said) ?? ''}`);
    const held = await readFile(join(evidence.workspace, wishes.file), 'utf8').catch(thrownSentence);
    const written = calls.filter(({ tool, ended }) => writers.has(tool) && ended?.outcome === 'succeeded');
    return verdict(evidence, [
      check('question', report !== null, `You answered: ${said}`, 'No station was named in an answer.'),
      check(
        wishes.file,
        report !== null && held.trim() === report,
        `${wishes.file} holds: ${report}`,
        `${wishes.file} holds ${JSON.stringify(held)}, not what the station reports.`,
      ),
      check(
        'leave',
        written.length > 0 && written.every(wasLet),
        'Every write had your leave first.',
        'A write went ahead without your leave, or none was made.',
      ),
    ]);
  },
};
