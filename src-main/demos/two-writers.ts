import { readFile as readText, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { alone } from '../contract/crew';
import { thrownSentence } from '../contract/failure';
import type { DemoInfo } from '../contract/ipc';
import type { ScriptedCall, ScriptedProgram } from '../providers/scripted/program';
import { bodyOf } from './bodies';
import { readClipboard, readFile, writeClipboard, writeFile } from './calls';
import type { Demo } from './demo';
import { taskLines } from './task-lines';
import { answerTo, failures, hasRun, readTranscript, type Transcript, wasDone } from './transcript';
import { check, taskOf, verdict } from './verdict';

const notes = 'notes.txt';

const info: DemoInfo = {
  name: 'two-writers',
  title: 'Two writers',
  task: [
    'Write the first text to the file and to the clipboard, then the second text over it in both. Then tell me what is there.',
    `File: ${notes}`,
    'First text: Draft: call the customer back.',
    'Second text: Final: the customer was called back at ten.',
  ].join('\n'),
  shows: 'Two writes to one file and to one clipboard in one turn: at once, which one stays is chance.',
  tools: ['write_file', 'clipboard_write', 'read_file', 'clipboard_read'],
  target: 'practice',
  crew: alone,
  approvals: 'sensitive',
};

const tries = 3;

interface Wishes {
  readonly file: string;
  readonly first: string;
  readonly second: string;
}

function wishesOf(task: string): Wishes | null {
  const lines = taskLines(task);
  const [file, first, second] = [lines.get('file'), lines.get('first text'), lines.get('second text')];
  return file === undefined || first === undefined || second === undefined ? null : { file, first, second };
}

function writesOf({ file, first, second }: Wishes): readonly ScriptedCall[] {
  return [writeFile(file, first), writeFile(file, second), writeClipboard(first), writeClipboard(second)];
}

const program: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const wishes = wishesOf(transcript.task);
  if (wishes === null) return { text: 'The task must say File, First text and Second text.', calls: [] };
  const writes = writesOf(wishes).filter((call) => !hasRun(transcript, call));
  if (writes.length > 0)
    return { text: transcript.attempts.length === 0 ? 'I will write both.' : '', calls: writes };
  const reads = [readFile(wishes.file), readClipboard];
  const open = reads.filter((call) => isOpen(transcript, call));
  if (open.length > 0) return { text: '', calls: open };
  const [file, clipboard] = reads.map((call) => answerTo(transcript, call));
  return {
    text: [line('The file holds', file), line('The clipboard holds', clipboard)].join('\n'),
    calls: [],
  };
};

function isOpen(transcript: Transcript, call: ScriptedCall): boolean {
  return !wasDone(transcript, call) && failures(transcript, call) < tries;
}

function line(what: string, answer: string | null | undefined): string {
  return `${what}: ${answer === null || answer === undefined ? '(it could not be read)' : bodyOf(answer)}`;
}

export const twoWriters: Demo = {
  info,
  program,
  async prepare({ workspace }) {
    await rm(join(workspace, notes), { force: true });
    return { task: info.task, programs: [], cleanup: async () => {} };
  },
  async verify(evidence) {
    const wishes = wishesOf(taskOf(evidence.model));
    if (wishes === null) {
      return verdict(evidence, [check('task', false, '', 'The task does not say what to write.')]);
    }
    const content = await contentOf(join(evidence.workspace, wishes.file));
    return verdict(evidence, [
      check(
        'file',
        content === wishes.second,
        'The file holds the text that was to be written last.',
        `The file holds ${JSON.stringify(content)}, not the text that was to be written last.`,
      ),
      check(
        'clipboard',
        evidence.clipboard === wishes.second,
        'The clipboard holds the text that was to be written last.',
        `The clipboard holds ${JSON.stringify(evidence.clipboard)}, not the text that was to be written last.`,
      ),
    ]);
  },
};

async function contentOf(path: string): Promise<string> {
  return readText(path, 'utf8').catch((thrown: unknown) => `(unreadable: ${thrownSentence(thrown)})`);
}
