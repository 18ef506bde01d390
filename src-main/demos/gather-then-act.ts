import { mkdir, readFile as readText, rm, writeFile as writeText } from 'node:fs/promises';
import { join } from 'node:path';
import { alone } from '../contract/crew';
import { thrownSentence } from '../contract/failure';
import type { DemoInfo } from '../contract/ipc';
import type { PracticeRecord } from '../contract/practice-record';
import type { ScriptedAnswer, ScriptedCall, ScriptedProgram } from '../providers/scripted/program';
import { bodyOf } from './bodies';
import { httpGet, readFile, setValue, takeSnapshot, writeFile } from './calls';
import { type Demo, taskAt } from './demo';
import { errand, type Step } from './errand';
import { readingOf } from './readings';
import { roles, screenAfter } from './screen';
import { taskLines, taskUrls } from './task-lines';
import { answerTo, failures, readTranscript, wasDone } from './transcript';
import { check, taskOf, verdict } from './verdict';

const customer = 'Grace Hopper';
const files = { customer: 'customer.txt', summary: 'summary.txt' } as const;

const info: DemoInfo = {
  name: 'gather-then-act',
  title: 'Gather, then act',
  task: [
    "Read the two weather stations and the customer's file, then fill in Customer name and Description in the Support desk",
    'window with what they say, and write a summary.',
    '{readings}/readings/harbour',
    '{readings}/readings/river',
    `Customer file: ${files.customer}`,
    `Summary file: ${files.summary}`,
  ].join('\n'),
  shows: 'Reads from three places at once, then writes in order: what mixed mode is for.',
  tools: ['http_get', 'read_file', 'snapshot', 'set_value', 'write_file'],
  target: 'practice',
  crew: alone,
  approvals: 'sensitive',
};

const tries = 3;

interface Sources {
  readonly urls: readonly string[];
  readonly customerFile: string;
  readonly summaryFile: string;
}

function sourcesOf(task: string): Sources | null {
  const lines = taskLines(task);
  const [customerFile, summaryFile] = [lines.get('customer file'), lines.get('summary file')];
  const urls = taskUrls(task);
  return customerFile === undefined || summaryFile === undefined || urls.length === 0
    ? null
    : { urls, customerFile, summaryFile };
}

const program: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const sources = sourcesOf(transcript.task);
  if (sources === null) return final('The task must name addresses, Customer file and Summary file.');
  const reads = [...sources.urls.map(httpGet), readFile(sources.customerFile)];
  const worn = reads.find((call) => failures(transcript, call) >= tries);
  if (worn !== undefined)
    return final(`I could not gather everything: ${JSON.stringify(worn.input)} kept failing.`);

  const looked = screenAfter(transcript.attempts).lookedAt >= 0;
  const gather: ScriptedCall[] = reads.filter((call) => !wasDone(transcript, call));
  if (gather.length > 0) return { text: '', calls: looked ? gather : [...gather, takeSnapshot()] };

  const [person = '', ...readings] = reads
    .toReversed()
    .map((call) => bodyOf(answerTo(transcript, call) ?? ''));
  const name = taskLines(person).get('name') ?? person;
  const description = readings.toReversed().join('; ');
  const write = writeFile(sources.summaryFile, `${name}\n${description}\n`);
  if (failures(transcript, write) >= tries) return final('I could not write the summary.');
  const writes = wasDone(transcript, write) ? [] : [write];
  const form = errand([fill('Customer name', name), fill('Description', description)], transcript.attempts);
  switch (form.kind) {
    case 'stuck':
      return final(`I could not fill in the form: ${form.why}.`);
    case 'go':
      return { text: '', calls: [...form.calls, ...writes] };
    case 'done':
      return writes.length > 0
        ? { text: '', calls: writes }
        : final(`I filled in ${name} and wrote ${sources.summaryFile}: ${description}`);
  }
};

function fill(name: string, value: string): Step {
  return {
    wanted: { roles: roles.field, name },
    call: (ref) => setValue(ref, value),
    shown: (element) => element.value === value,
    since: 0,
  };
}

function final(text: string): ScriptedAnswer {
  return { text, calls: [] };
}

/** The value that the field had last; null where it was never changed. */
function lastValue(practice: PracticeRecord, name: string): string | null {
  const entry = practice.findLast((each) => each.kind === 'changed' && each.element.name === name);
  return entry?.kind === 'changed' ? entry.value : null;
}

export const gatherThenAct: Demo = {
  info,
  program,
  async prepare(context) {
    const { workspace } = context;
    const file = join(workspace, files.customer);
    await mkdir(workspace, { recursive: true });
    await writeText(file, `Name: ${customer}\nEmail: grace@example.com\n`);
    await rm(join(workspace, files.summary), { force: true });
    return {
      task: taskAt(info.task, context),
      programs: [],
      cleanup: () => rm(file, { force: true }),
    };
  },
  async verify(evidence) {
    const sources = sourcesOf(taskOf(evidence.model));
    if (sources === null) return verdict(evidence, [check('task', false, '', 'The task names no sources.')]);
    const readings = sources.urls.map(readingOf);
    const description = lastValue(evidence.practice, 'Description') ?? '';
    const name = lastValue(evidence.practice, 'Customer name');
    const summary = await readText(join(evidence.workspace, sources.summaryFile), 'utf8').catch(
      thrownSentence,
    );
    return verdict(evidence, [
      check(
        'Customer name',
        name === customer,
        `Customer name is ${customer}.`,
        `Customer name is ${JSON.stringify(name)}, not ${customer}.`,
      ),
      check(
        'Description',
        readings.every((reading) => reading !== null && description.includes(reading)),
        'Description holds every reading.',
        'Description does not hold every reading.',
      ),
      check(
        'summary',
        [customer, ...readings].every((part) => part !== null && summary.includes(part)),
        'The summary holds the customer and every reading.',
        'The summary does not hold the customer and every reading.',
      ),
    ]);
  },
};
