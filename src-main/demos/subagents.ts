import { Crew } from '../contract/crew';
import type { DemoInfo } from '../contract/ipc';
import type { ScriptedProgram } from '../providers/scripted/program';
import { bodyOf } from './bodies';
import { httpGet } from './calls';
import { cast, didIt, final, player, succeeded, tried } from './cast';
import { delegate } from './crew-calls';
import type { Demo } from './demo';
import { fileWriter, writeTask } from './file-writer';
import { fileHolds, reportTask, withoutFile } from './report-file';
import { taskUrls } from './task-lines';
import { answerTo, readTranscript, wasDone } from './transcript';
import { check, taskOf, verdict } from './verdict';

const info: DemoInfo = {
  name: 'subagents',
  title: 'Sub-agents',
  task: [
    'Let an agent of its own read each of these stations, and let another one write what they report to the file, a line each.',
    '{readings}/readings/harbour',
    '{readings}/readings/airport',
    '{readings}/readings/summit',
    '{readings}/readings/river',
    'File: agents/stations.txt',
  ].join('\n'),
  shows: 'Four agents that only read work at the same time; the one that writes comes after them.',
  tools: ['delegate', 'http_get', 'write_file'],
  target: 'practice',
  approvals: 'sensitive',
  crew: Crew.parse({
    kind: 'sub_agents',
    members: [
      player('reader', 'Read the station that you are given, and answer with its report alone.', [
        'http_get',
      ]),
      player('writer', 'Write the lines that you are given to the file that you are given.', ['write_file']),
    ],
  }),
};

const agent: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const wanted = reportTask(transcript.task);
  if (wanted === null) return final('The task must name stations and a File.');
  const reads = wanted.urls.map((url) => delegate('reader', `What does this station report?\n${url}`));
  const open = reads.filter((call) => !wasDone(transcript, call));
  const isFirst = transcript.attempts.length === 0;
  if (open.length > 0)
    return tried(transcript, open, isFirst ? 'Each station gets a reader of its own.' : '');
  const lines = reads.map((call) => (answerTo(transcript, call) ?? '').trim());
  const write = delegate('writer', writeTask(wanted.file, lines));
  if (!wasDone(transcript, write)) return tried(transcript, [write]);
  return final(`${wanted.file} holds what ${lines.length} stations report.`);
};

const reader: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const [url] = taskUrls(transcript.task);
  if (url === undefined) return final('No station was named.');
  const report = answerTo(transcript, httpGet(url));
  return report === null ? tried(transcript, [httpGet(url)]) : final(bodyOf(report));
};

export const subagents: Demo = {
  info,
  program: cast({ agent, reader, writer: fileWriter }),
  prepare: (context) => withoutFile(info.task, context),
  async verify(evidence) {
    const { model } = evidence;
    const stations = reportTask(taskOf(model))?.urls.length ?? 0;
    const readers = succeeded(model, 'reader', 'call').length;
    const apart = check(
      'a reader each',
      readers >= stations,
      `${readers} readers answered, one for each station.`,
      `${readers} readers answered for ${stations} stations.`,
    );
    const worked = [didIt(model, 'reader', 'http_get', stations), didIt(model, 'writer', 'write_file', 1)];
    return verdict(evidence, [await fileHolds(evidence), apart, ...worked]);
  },
};
