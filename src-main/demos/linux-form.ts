import { readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { alone } from '../contract/crew';
import { thrownSentence } from '../contract/failure';
import type { DemoInfo } from '../contract/ipc';
import type { Check } from '../contract/trace-event';
import type { ScriptedAnswer, ScriptedProgram } from '../providers/scripted/program';
import { openApp, pressKey, selectOption, setValue, waitForWindow } from './calls';
import { type Demo, type DemoProgram, taskAt } from './demo';
import { errand, pressStep, type Step } from './errand';
import { roles } from './screen';
import { taskLines } from './task-lines';
import { hasRun, readTranscript, wasDone } from './transcript';
import { check, taskOf, verdictOf } from './verdict';

const file = '{workspace}/visit.txt';

const info: DemoInfo = {
  name: 'linux-form',
  title: 'Two programs of Linux',
  task: [
    'Fill in the form "New contact" of zenity and press OK. Then write the note into mousepad and save it as the file.',
    'Full name: Ada Lovelace',
    'Email: ada@example.com',
    'Department: Research',
    'Note: The engine prints one digit too few.',
    `File: ${file}`,
  ].join('\n'),
  shows: 'Real programs on a desktop of their own: a form, an editor, and the file dialog that it opens.',
  tools: ['open_app', 'snapshot', 'set_value', 'select_option', 'press_key', 'click', 'wait_for'],
  target: 'private',
  crew: alone,
  approvals: 'sensitive',
};

/** In the order in which zenity prints them. */
const fields = [
  { name: 'Full name', kind: 'text' },
  { name: 'Email', kind: 'text' },
  { name: 'Department', kind: 'choice' },
] as const;

const departments = ['Sales', 'Support', 'Research'];

/** Both are there when the run begins. */
const programs: readonly DemoProgram[] = [
  {
    name: 'zenity',
    command: 'zenity',
    args: [
      '--forms',
      '--title=New contact',
      '--text=Who is it?',
      '--separator=|',
      ...fields.flatMap(({ name, kind }) =>
        kind === 'text'
          ? [`--add-entry=${name}`]
          : [`--add-combo=${name}`, `--combo-values=${departments.join('|')}`],
      ),
    ],
  },
  { name: 'mousepad', command: 'mousepad', args: ['--disable-server'] },
];

interface Wishes {
  readonly values: readonly string[];
  readonly note: string;
  readonly file: string;
}

function wishesOf(task: string): Wishes | null {
  const lines = taskLines(task);
  const [note, path] = [lines.get('note'), lines.get('file')];
  const values = fields.map(({ name }) => lines.get(name.toLowerCase()) ?? '');
  return note === undefined || path === undefined || values.includes('')
    ? null
    : { values, note, file: path };
}

function formSteps({ values }: Wishes): readonly Step[] {
  const steps = fields.map(({ name, kind }, index): Step => {
    const value = values[index] ?? '';
    return {
      wanted: { roles: kind === 'text' ? roles.field : roles.choice, name },
      call: (ref) => (kind === 'text' ? setValue(ref, value) : selectOption(ref, value)),
      shown: (element) => element.value === value,
      since: 0,
    };
  });
  return [...steps, pressStep(roles.button, 'OK')];
}

/** The editor's one text has no name; the keys ask for a file, since it has none yet. */
function noteSteps({ note }: Wishes): readonly Step[] {
  const text = { roles: roles.field, name: '' };
  return [
    {
      wanted: text,
      call: (ref) => setValue(ref, note),
      shown: (element) => element.value === note,
      since: 0,
    },
    { wanted: text, call: (ref) => pressKey(ref, 'Control+s'), shown: () => false, since: 0 },
  ];
}

function fileSteps({ file: path }: Wishes): readonly Step[] {
  return [
    {
      wanted: { roles: roles.field, name: 'Name' },
      call: (ref) => setValue(ref, path),
      shown: () => false,
      since: 0,
    },
    pressStep(roles.button, 'Save'),
  ];
}

const program: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const { task, attempts } = transcript;
  const wishes = wishesOf(task);
  if (wishes === null) return final('The task must say Full name, Email, Department, Note and File.');
  const stages = [
    { app: 'zenity', steps: formSteps(wishes) },
    { app: 'mousepad', steps: noteSteps(wishes) },
    { app: 'mousepad', steps: fileSteps(wishes) },
  ];
  for (const { app, steps } of stages) {
    const next = errand(steps, attempts);
    if (next.kind === 'stuck') return final(`I could not go on: ${next.why}.`);
    if (next.kind === 'go')
      return { text: '', calls: wasDone(transcript, openApp(app)) ? next.calls : [openApp(app)] };
  }
  const saved = waitForWindow(basename(wishes.file));
  if (!hasRun(transcript, saved)) return { text: '', calls: [saved] };
  return final(`Done: the contact is entered, and the note is saved as ${wishes.file}.`);
};

function final(text: string): ScriptedAnswer {
  return { text, calls: [] };
}

export const linuxForm: Demo = {
  info,
  program,
  async prepare(context) {
    const task = taskAt(info.task, context);
    await rm(taskAt(file, context), { force: true });
    return { task, programs, cleanup: async () => {} };
  },
  async verify({ model, printed }) {
    const wishes = wishesOf(taskOf(model));
    if (wishes === null) return verdictOf([check('task', false, '', 'The task was not understood.')], 0);
    const form = (printed.get('zenity') ?? '').trimEnd();
    const saved = await contentOf(wishes.file);
    return verdictOf(
      [
        check(
          'form',
          form === wishes.values.join('|'),
          `The form printed ${JSON.stringify(form)}.`,
          `The form printed ${JSON.stringify(form)}, not ${JSON.stringify(wishes.values.join('|'))}.`,
        ),
        noteCheck(saved, wishes),
      ],
      strayed(form, saved ?? '', wishes),
    );
  },
};

function noteCheck(saved: string | null, { note, file: path }: Wishes): Check {
  return check(
    'file',
    saved?.trimEnd() === note,
    `${path} holds the note.`,
    saved === null ? `There is no ${path}.` : `${path} holds ${JSON.stringify(saved)}.`,
  );
}

async function contentOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw new Error(`The saved file could not be read: ${thrownSentence(thrown)}`, { cause: thrown });
  }
}

/** How many texts arrived where another belonged, by what the programs themselves put out. */
function strayed(form: string, saved: string, { values, note }: Wishes): number {
  const printed = form === '' ? [] : form.split('|');
  const inForm = printed.filter(
    (value, index) => value !== values[index] && [...values, note].includes(value),
  );
  const inNote = values.filter((value) => saved.includes(value));
  return inForm.length + inNote.length;
}
