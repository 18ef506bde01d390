import { Crew } from '../contract/crew';
import type { DemoInfo } from '../contract/ipc';
import type { ScriptedProgram } from '../providers/scripted/program';
import { bodyOf } from './bodies';
import { httpGet, readFile, writeFile } from './calls';
import { cast, didIt, final, player, succeeded, tried } from './cast';
import type { Demo } from './demo';
import { fileHolds, reportTask, withoutFile } from './report-file';
import { answerTo, readTranscript, wasDone } from './transcript';
import { check, finalText, verdict } from './verdict';

const info: DemoInfo = {
  name: 'process',
  title: 'Process',
  task: [
    'Gather what the stations report, write it to the file, a line each, and check that it stands there.',
    '{readings}/readings/river',
    '{readings}/readings/harbour',
    '{readings}/readings/summit',
    'File: agents/process.txt',
  ].join('\n'),
  shows: 'Three agents, one after another: each begins with what the one before answered.',
  tools: ['http_get', 'write_file', 'read_file'],
  target: 'practice',
  approvals: 'sensitive',
  crew: Crew.parse({
    kind: 'process',
    steps: [
      player('gatherer', 'Read the stations, and answer with a line for each.', ['http_get']),
      player('scribe', 'Write the lines that were gathered to the file.', ['write_file']),
      player('checker', 'Read the file, and say what it holds.', ['read_file']),
    ],
  }),
};

const gatherer: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const reads = (reportTask(transcript.task)?.urls ?? []).map(httpGet);
  const open = reads.filter((call) => !wasDone(transcript, call));
  if (open.length > 0) return tried(transcript, open);
  return final(reads.map((call) => bodyOf(answerTo(transcript, call) ?? '')).join('\n'));
};

/** What the step before answered, as it stands in the task. */
function handedOn(task: string): string {
  return /, before you, answered:\n<tool-data>\n(.*)\n<\/tool-data>$/s.exec(task)?.[1] ?? '';
}

const scribe: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const file = reportTask(transcript.task)?.file;
  const lines = handedOn(transcript.task);
  if (file === undefined || lines === '') return final('Nothing was gathered.');
  const write = writeFile(file, lines);
  return wasDone(transcript, write) ? final(`It stands in ${file}.`) : tried(transcript, [write]);
};

const checker: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const file = reportTask(transcript.task)?.file;
  if (file === undefined || !handedOn(transcript.task).includes(file)) return final('Nothing was written.');
  const held = answerTo(transcript, readFile(file));
  if (held === null) return tried(transcript, [readFile(file)]);
  return final(`${file} holds:\n${bodyOf(held)}`);
};

export const process: Demo = {
  info,
  program: cast({ gatherer, scribe, checker }),
  prepare: (context) => withoutFile(info.task, context),
  async verify(evidence) {
    const { model } = evidence;
    const followed = [...succeeded(model, 'scribe', 'after'), ...succeeded(model, 'checker', 'after')];
    const held = await fileHolds(evidence);
    const said = finalText(model);
    return verdict(evidence, [
      held,
      check(
        'one after another',
        followed.length === 2,
        'The scribe and the checker each came after the one before.',
        `${followed.length} agents came after another and ended well, not the scribe and the checker.`,
      ),
      check(
        'told at the end',
        said.includes('holds:') && said.split('\n').length > 3,
        'The last answer says what the file holds.',
        `The last answer does not say what the file holds: ${JSON.stringify(said)}.`,
      ),
      didIt(model, 'gatherer', 'http_get', 3),
      didIt(model, 'scribe', 'write_file', 1),
      didIt(model, 'checker', 'read_file', 1),
    ]);
  },
};
