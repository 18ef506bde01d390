import { alone } from '../contract/crew';
import type { DemoInfo } from '../contract/ipc';
import type { ScriptedProgram } from '../providers/scripted/program';
import { bodyOf } from './bodies';
import { httpGet } from './calls';
import { type Demo, taskAt } from './demo';
import { readingOf } from './readings';
import { taskUrls } from './task-lines';
import { answerTo, failures, readTranscript, wasDone } from './transcript';
import { check, finalText, taskOf, verdict } from './verdict';

const info: DemoInfo = {
  name: 'four-reads',
  title: 'Four reads',
  task: [
    'Read these four weather stations and tell me what each one reports.',
    '{readings}/readings/harbour',
    '{readings}/readings/airport',
    '{readings}/readings/summit',
    '{readings}/readings/river',
  ].join('\n'),
  shows: 'Four reads that do not depend on each other: at once they take as long as one.',
  tools: ['http_get'],
  target: 'practice',
  crew: alone,
  approvals: 'sensitive',
};

/** Tries of one address before it is given up. */
const tries = 3;

const program: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const gets = taskUrls(transcript.task).map((url) => ({ url, call: httpGet(url) }));
  if (gets.length === 0) return { text: 'The task names no address to read.', calls: [] };
  const open = gets
    .filter(({ call }) => !wasDone(transcript, call) && failures(transcript, call) < tries)
    .map(({ call }) => call);
  if (open.length > 0) {
    return { text: transcript.attempts.length === 0 ? 'I will read the stations.' : '', calls: open };
  }
  const lines = gets.map(({ url, call }) => {
    const answer = answerTo(transcript, call);
    return answer === null ? `- ${url} could not be read.` : `- ${bodyOf(answer)}`;
  });
  return { text: ['The stations report:', ...lines].join('\n'), calls: [] };
};

export const fourReads: Demo = {
  info,
  program,
  async prepare(context) {
    return { task: taskAt(info.task, context), programs: [], cleanup: async () => {} };
  },
  async verify(evidence) {
    const said = finalText(evidence.model);
    const checks = taskUrls(taskOf(evidence.model)).map((url) => {
      const reading = readingOf(url);
      const passed = reading !== null && said.includes(reading);
      return check(url, passed, `The answer reports: ${reading}`, 'The answer does not report this reading.');
    });
    const asked = check(
      'addresses',
      checks.length > 0,
      'The task names addresses.',
      'The task names no address.',
    );
    return verdict(evidence, [asked, ...checks]);
  },
};
