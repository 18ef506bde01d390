import { Crew } from '../contract/crew';
import type { DemoInfo } from '../contract/ipc';
import type { ScriptedProgram } from '../providers/scripted/program';
import { bodyOf } from './bodies';
import { httpGet, readClipboard, writeClipboard, writeFile } from './calls';
import { cast, didIt, final, player, succeeded, tried } from './cast';
import { handOver } from './crew-calls';
import type { Demo } from './demo';
import { readingOf } from './readings';
import { fileHolds, reportTask, withoutFile } from './report-file';
import { answerTo, hasRun, readTranscript, wasDone } from './transcript';
import { check, taskOf, verdict } from './verdict';

const info: DemoInfo = {
  name: 'handoff',
  title: 'Handoff',
  task: [
    'Read the station. Then hand the conversation over to the clerk, who files its report and hands it on to the checker, who says',
    'whether the clipboard holds it too.',
    '{readings}/readings/summit',
    'File: agents/handoff.txt',
  ].join('\n'),
  shows: 'One conversation that three agents have after each other: each sees all that was said before it.',
  tools: ['hand_over', 'http_get', 'write_file', 'clipboard_write', 'clipboard_read'],
  target: 'practice',
  approvals: 'sensitive',
  crew: Crew.parse({
    kind: 'handoff',
    members: [
      player('clerk', 'File what was read, in the file and on the clipboard.', [
        'write_file',
        'clipboard_write',
      ]),
      player('checker', 'Look whether the clipboard holds what was read, and say so.', ['clipboard_read']),
    ],
  }),
};

const agent: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const [url] = reportTask(transcript.task)?.urls ?? [];
  if (url === undefined) return final('The task must name a station and a File.');
  if (!wasDone(transcript, httpGet(url))) return tried(transcript, [httpGet(url)], 'I read the station.');
  return tried(transcript, [handOver('clerk', 'The report is in this conversation: file it.')]);
};

/** Nobody tells it the report: it stands in the conversation. */
const clerk: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const wanted = reportTask(transcript.task);
  const report = answerTo(transcript, httpGet(wanted?.urls[0] ?? ''));
  if (wanted === null || report === null) return final('No report was read in this conversation.');
  const writes = [writeFile(wanted.file, bodyOf(report)), writeClipboard(bodyOf(report))];
  const open = writes.filter((call) => !wasDone(transcript, call));
  if (open.length > 0) return tried(transcript, open);
  return tried(transcript, [handOver('checker', 'It is filed: check the clipboard.')]);
};

const checker: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const wanted = reportTask(transcript.task);
  if (!hasRun(transcript, readClipboard)) return tried(transcript, [readClipboard]);
  const held = bodyOf(answerTo(transcript, readClipboard) ?? '');
  const read = bodyOf(answerTo(transcript, httpGet(wanted?.urls[0] ?? '')) ?? '');
  return final(held === read ? `The clipboard holds it: ${held}` : 'The clipboard does not hold it.');
};

export const handoff: Demo = {
  info,
  program: cast({ agent, clerk, checker }),
  prepare: (context) => withoutFile(info.task, context),
  async verify(evidence) {
    const { model, clipboard } = evidence;
    const report = readingOf(reportTask(taskOf(model))?.urls[0] ?? '');
    const took = [...succeeded(model, 'clerk', 'handoff'), ...succeeded(model, 'checker', 'handoff')];
    return verdict(evidence, [
      await fileHolds(evidence),
      check(
        'clipboard',
        report !== null && clipboard.trim() === report,
        'The clipboard holds the report.',
        `The clipboard holds ${JSON.stringify(clipboard)}, not the report.`,
      ),
      check(
        'handed over twice',
        took.length === 2,
        'The clerk and the checker took the conversation over.',
        `${took.length} agents took the conversation over and ended well, not the clerk and the checker.`,
      ),
      didIt(model, 'clerk', 'write_file', 1),
      didIt(model, 'checker', 'clipboard_read', 1),
    ]);
  },
};
