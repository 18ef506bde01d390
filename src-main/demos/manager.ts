import { Crew } from '../contract/crew';
import type { DemoInfo } from '../contract/ipc';
import type { ScriptedProgram } from '../providers/scripted/program';
import { bodyOf } from './bodies';
import { httpGet } from './calls';
import { cast, didIt, doneBy, final, player, tried } from './cast';
import { accept, assign, sendBack } from './crew-calls';
import type { Demo } from './demo';
import { fileWriter, writeTask } from './file-writer';
import { fileHolds, reportTask, withoutFile } from './report-file';
import { taskUrls } from './task-lines';
import { answerTo, readTranscript, wasDone } from './transcript';
import { check, verdict } from './verdict';

const info: DemoInfo = {
  name: 'manager',
  title: 'Manager',
  task: [
    'Have what the stations report written to the file, a line each, with every figure.',
    '{readings}/readings/airport',
    '{readings}/readings/river',
    'File: agents/manager.txt',
  ].join('\n'),
  shows: 'A manager that gives tasks out, sends back what is not good enough, and accepts the rest.',
  tools: ['assign', 'send_back', 'accept', 'http_get', 'write_file'],
  target: 'practice',
  approvals: 'sensitive',
  crew: Crew.parse({
    kind: 'manager',
    members: [
      player('reporter', 'Read the stations that you are given, and report what they say.', ['http_get']),
      player('writer', 'Write the lines that you are given to the file that you are given.', ['write_file']),
    ],
  }),
};

const changes = 'Figures are missing: report the whole line of each station.';

/** Of two stations at least so many figures, in a line each. */
function isWhole(lines: readonly string[], stations: number): boolean {
  return (
    lines.length === stations && lines.every((line) => (line.match(/-?\d+(?:\.\d+)?/g) ?? []).length >= 2)
  );
}

const agent: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const wanted = reportTask(transcript.task);
  if (wanted === null) return final('The task must name stations and a File.');
  const report = assign('reporter', ['What do these stations report?', ...wanted.urls].join('\n'));
  const again = sendBack('t1', changes);
  if (!wasDone(transcript, report)) return tried(transcript, [report], 'I let the stations be read first.');
  const lines = linesOf(answerTo(transcript, again) ?? answerTo(transcript, report) ?? '');
  if (!isWhole(lines, wanted.urls.length)) return tried(transcript, [again]);
  const write = assign('writer', writeTask(wanted.file, lines));
  if (!wasDone(transcript, accept('t1'))) return tried(transcript, [accept('t1')]);
  if (!wasDone(transcript, write)) return tried(transcript, [write]);
  if (!wasDone(transcript, accept('t2'))) return tried(transcript, [accept('t2')]);
  return final(`${wanted.file} holds what ${lines.length} stations report.`);
};

/** What comes back names the task and the worker before the answer. */
function linesOf(answer: string): readonly string[] {
  return answer
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^Task t\d+, by /.test(line));
}

/** Brief at first; in full once it is told to be. */
const reporter: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const reads = taskUrls(transcript.task).map(httpGet);
  const open = reads.filter((call) => !wasDone(transcript, call));
  if (open.length > 0) return tried(transcript, open);
  const lines = reads.map((call) => bodyOf(answerTo(transcript, call) ?? ''));
  const isToldAgain = transcript.task.includes(changes);
  return final((isToldAgain ? lines : lines.map((line) => line.replace(/,.*$/s, ''))).join('\n'));
};

export const manager: Demo = {
  info,
  program: cast({ agent, reporter, writer: fileWriter }),
  prepare: (context) => withoutFile(info.task, context),
  async verify(evidence) {
    const { model } = evidence;
    const done = (tool: string) => doneBy(model, 'Agent', tool).length;
    return verdict(evidence, [
      await fileHolds(evidence),
      check(
        'sent back',
        done('send_back') === 1,
        'The first answer was sent back, once.',
        `The manager sent ${done('send_back')} answers back, not one.`,
      ),
      check(
        'accepted',
        done('accept') === 2,
        'The manager accepted both tasks.',
        `The manager accepted ${done('accept')} tasks, not two.`,
      ),
      didIt(model, 'reporter', 'http_get', 2),
      didIt(model, 'writer', 'write_file', 1),
    ]);
  },
};
