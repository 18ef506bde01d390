import { parseArgs } from 'node:util';
import { CrewKind } from './contract/crew';
import { Approvals, DemoName, type Mode, modes } from './contract/run-options';
import type { Target } from './contract/target';

const approveWords = ['all', 'none'] as const;
const providerWords = ['anthropic', 'openai'] as const;
const targetWords = ['practice', 'desktop', 'private'] as const;

/** A target as a person writes it: of a program they know the name alone. */
export type WantedTarget =
  | Exclude<Target, { kind: 'program' }>
  | { readonly kind: 'program_named'; readonly name: string };

/** What is to be run, before the settings have their say. */
export interface WantedRun {
  readonly what:
    | { readonly kind: 'demo'; readonly demo: DemoName; readonly thinkingMs: number | null }
    /** `provider`, `model`: null takes the one of the settings. */
    | {
        readonly kind: 'task';
        readonly task: string;
        readonly provider: (typeof providerWords)[number] | null;
        readonly model: string | null;
        /** null takes the crew of the settings. */
        readonly agents: CrewKind | null;
      };
  readonly mode: Mode;
  readonly target: WantedTarget;
  /** null: as the settings, or the demo, have it. */
  readonly approvals: Approvals | null;
}

export interface HeadlessRun extends WantedRun {
  /** Where to copy the recording to; null leaves it in the library alone. As it was written. */
  readonly trace: string | null;
  readonly json: boolean;
  readonly timeoutMs: number | null;
  /** What is answered where a person would be asked; without a word of theirs it is no. */
  readonly approve: (typeof approveWords)[number] | 'nobody';
  /** What the agent is told where it asks a person; null: that nobody is there. */
  readonly answer: string | null;
}

/** What the words after the app's name ask for. */
export type Command =
  /** The window; with something to run or to open at once. */
  | { readonly kind: 'window'; readonly run: WantedRun | null; readonly open: string | null }
  | { readonly kind: 'run'; readonly run: HeadlessRun }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'mistake'; readonly sentence: string };

export const usage = `Usage:
  interlock [FILE]                       open the window, with a recording in it
  interlock --demo NAME [--mode MODE]    open the window and run a demo
  interlock run --demo NAME [options]    run a demo without a window
  interlock run "TASK" [options]         run a task with a model, without a window

Options of run:
  --mode MODE       ${modes.join(', ')} (default: mixed)
  --target NAME     ${targetWords.join(', ')} or program:NAME (default: practice); without a window it does
                    not wait for you while you use the desktop
  --provider NAME   ${providerWords.join(' or ')} (default: the one in the settings, else anthropic); openai is also a server that
                    speaks its API, at the base URL of the settings
  --model NAME      the model (default: the provider's in the settings); needs ANTHROPIC_API_KEY or OPENAI_API_KEY, or
                    a stored key; a local server may need none
  --agents KIND     ${CrewKind.options.join(', ')}: who works on a task
                    (default: those in the settings); a demo has agents of its own
  --thinking MS     how long a demo thinks before it answers
  --trace FILE      copy the recording to FILE, and what it shows to blobs/ beside it
  --approvals WHEN  ${Approvals.options.join(', ')}: when you would be asked (default: that of the settings)
  --answer TEXT     what the agent is told where it asks you something
  --approve WORD    ${approveWords.join(' or ')}: what is answered where you would be asked in the window (default: no)
  --timeout S       stop the run after so many seconds
  --json            write one JSON object, the run in numbers, instead of progress

Demos: ${DemoName.options.join(', ')}.
Exit codes: 0 completed (and, for a demo, verified); 1 not completed or not verified; 2 wrong usage.`;

const options = {
  demo: { type: 'string' },
  mode: { type: 'string' },
  target: { type: 'string' },
  provider: { type: 'string' },
  model: { type: 'string' },
  agents: { type: 'string' },
  thinking: { type: 'string' },
  trace: { type: 'string' },
  timeout: { type: 'string' },
  approve: { type: 'string' },
  approvals: { type: 'string' },
  answer: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Values = ReturnType<typeof parse>['values'];

const switches =
  /^--(?:user-data-dir|no-sandbox|no-zygote|inspect|inspect-brk|remote-debugging-\w+|(?:enable|disable|force|use|ozone|js|log)-[\w-]+|lang|password-store)(?:=|$)/;

/** What the person wrote, without what they wrote for Electron and Chromium. */
export function withoutSwitches(args: readonly string[]): readonly string[] {
  return args.filter((arg) => !switches.test(arg));
}

/** @param args without switches of Electron and Chromium */
export function readCommand(args: readonly string[]): Command {
  try {
    const { values, positionals } = parse(args);
    if (values.help === true) return { kind: 'help' };
    if (values.version === true) return { kind: 'version' };
    if (positionals[0] === 'run') return { kind: 'run', run: headless(values, positionals.slice(1)) };
    return forWindow(values, positionals);
  } catch (thrown) {
    if (thrown instanceof Mistake || isParseError(thrown))
      return { kind: 'mistake', sentence: thrown.message };
    throw thrown;
  }
}

class Mistake extends Error {}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

/** What `parseArgs` throws is written for people. */
function isParseError(thrown: unknown): thrown is Error {
  return thrown instanceof TypeError && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS');
}

function headless(values: Values, positionals: readonly string[]): HeadlessRun {
  return {
    ...wanted(values, positionals),
    trace: values.trace === undefined ? null : nonEmpty('--trace', values.trace),
    json: values.json === true,
    timeoutMs: values.timeout === undefined ? null : secondsOf(values.timeout),
    answer: values.answer === undefined ? null : nonEmpty('--answer', values.answer),
    approve: values.approve === undefined ? 'nobody' : oneOf('--approve', values.approve, approveWords),
  };
}

function forWindow(values: Values, positionals: readonly string[]): Command {
  const stray = (
    [
      'trace',
      'timeout',
      'json',
      'provider',
      'model',
      'agents',
      'target',
      'approve',
      'approvals',
      'answer',
    ] as const
  ).find((name) => values[name] !== undefined);
  if (stray !== undefined) throw new Mistake(`--${stray} belongs to "interlock run".`);
  if (values.demo === undefined) {
    const lonely = (['mode', 'thinking'] as const).find((name) => values[name] !== undefined);
    if (lonely !== undefined) throw new Mistake(`--${lonely} needs --demo NAME.`);
    if (positionals.length > 1) throw new Mistake('One recording can be opened at a time.');
    return { kind: 'window', run: null, open: positionals[0] ?? null };
  }
  if (positionals.length > 0) throw new Mistake('Choose one: a demo to run, or a recording to open.');
  return { kind: 'window', run: wanted(values, []), open: null };
}

function wanted(values: Values, tasks: readonly string[]): WantedRun {
  if (tasks.length > 1) throw new Mistake('Put the task in quotes: it is one argument.');
  return {
    what: whatToRun(values, tasks[0]),
    mode: oneOf('--mode', values.mode ?? 'mixed', modes),
    target: targetOf(values),
    approvals:
      values.approvals === undefined ? null : oneOf('--approvals', values.approvals, Approvals.options),
  };
}

function targetOf({ demo, target = 'practice' }: Values): WantedTarget {
  const wanted = targetNamed(target);
  if (demo !== undefined && wanted.kind !== 'practice')
    throw new Mistake('A demo has a target of its own: leave --target out.');
  return wanted;
}

function targetNamed(target: string): WantedTarget {
  const [, name] = /^program:(.*)$/s.exec(target) ?? [];
  if (name !== undefined) return { kind: 'program_named', name: nonEmpty('--target program:', name).trim() };
  const known = targetWords.find((word) => word === target);
  if (known !== undefined) return { kind: known };
  throw new Mistake(`--target is one of ${targetWords.join(', ')} or program:NAME, not "${target}".`);
}

function whatToRun(
  { demo, provider, model, agents, thinking }: Values,
  task: string | undefined,
): WantedRun['what'] {
  if (demo !== undefined) {
    if (task !== undefined) throw new Mistake('Choose one: --demo NAME, or a task.');
    if (model !== undefined) throw new Mistake('A demo answers by itself: leave --model out.');
    if (provider !== undefined) throw new Mistake('A demo answers by itself: leave --provider out.');
    if (agents !== undefined) throw new Mistake('A demo has agents of its own: leave --agents out.');
    const thinkingMs = thinking === undefined ? null : wholeNumber('--thinking', thinking, 60_000);
    return { kind: 'demo', demo: oneOf('--demo', demo, DemoName.options), thinkingMs };
  }
  if (task === undefined || task.trim() === '')
    throw new Mistake('Say what to run: --demo NAME, or a task in quotes.');
  if (thinking !== undefined) throw new Mistake('--thinking belongs to --demo.');
  return {
    kind: 'task',
    task,
    provider: provider === undefined ? null : oneOf('--provider', provider, providerWords),
    model: model === undefined ? null : nonEmpty('--model', model),
    agents: agents === undefined ? null : oneOf('--agents', agents, CrewKind.options),
  };
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((each) => each === value);
  if (found === undefined) throw new Mistake(`${name} is one of ${known.join(', ')}, not "${value}".`);
  return found;
}

function nonEmpty(name: string, value: string): string {
  if (value.trim() === '') throw new Mistake(`${name} needs a value.`);
  return value;
}

function wholeNumber(name: string, value: string, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > most)
    throw new Mistake(`${name} is a whole number from 0 to ${most}, not "${value}".`);
  return number;
}

function secondsOf(value: string): number {
  const seconds = Number(value);
  if (!/^\d+(\.\d+)?$/.test(value) || seconds <= 0 || seconds > 86_400)
    throw new Mistake(`--timeout is a number of seconds up to 86400, not "${value}".`);
  return seconds * 1000;
}
