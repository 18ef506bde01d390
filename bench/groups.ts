import { startDesktop } from '../native/linux/private-desktop';
import { linuxPlatform } from '../src-main/bridge/linux/linux-platform';
import type { Mode } from '../src-main/contract/run-options';
import type { TraceModel } from '../src-main/contract/trace-model';
import { fieldNames, valueOf } from './groups/form-program';
import { runForm } from './groups/form-run';
import {
  adapterOn,
  got,
  type LinuxPlatform,
  startToldForm,
  startZenityForm,
  type Told,
} from './groups/programs';
import { interleaved } from './interleave';
import { printTable, summary } from './measure';
import { seededRandom } from './random';

export const description =
  'Guarded groups on real forms of twelve fields, with a dialog that opens at a random step';

interface Outcome {
  readonly responses: number;
  readonly wall: number;
  /** Texts and presses that arrived where they did not belong, by the program's own word. */
  readonly wrong: number;
  readonly verified: boolean;
}

const modes = ['sequential', 'mixed'] as const;

/** @param args how many runs with a dialog, 200 unless said; how many rounds without one, 5 unless said */
export async function run(args: readonly string[]): Promise<void> {
  const dialogs = Number(args[0] ?? '200');
  const rounds = Number(args[1] ?? '5');
  const started = await startDesktop();
  if (!started.ok) throw new Error(started.failure.sentence);
  const { value: desktop } = started;
  const platform = got(await linuxPlatform(desktop, new AbortController().signal));
  const random = seededRandom(20);
  try {
    const contenders = modes.map((mode) => ({ name: mode, once: () => zenityOnce(mode) }));
    const zenity = await interleaved(contenders, rounds, random);
    const rows = [['', 'runs', 'responses', 'p90', 'of sequential', 'wall ms', 'wrong writes', 'verified']];
    rows.push(...rowsOf('zenity', zenity));
    for (const major of [3, 4] as const) {
      const form = await startToldForm(desktop, major);
      const once = (mode: Mode, opensAfter: number) => toldOnce(mode, form, opensAfter);
      const plain = modes.map((mode) => ({ name: mode, once: () => once(mode, -1) }));
      rows.push(...rowsOf(`GTK ${major}`, await interleaved(plain, rounds, random)));
      const disturbed: Outcome[] = [];
      for (let at = 0; at < dialogs / 2; at += 1) disturbed.push(await once('mixed', random.int(0, 12)));
      const sequential = await once('sequential', random.int(0, 12));
      const given = new Map([
        ['sequential', [sequential]],
        ['mixed', disturbed],
      ]);
      rows.push(...rowsOf(`GTK ${major}, a dialog`, given));
      await form.stop();
    }
    console.log('Twelve fields and OK. Responses of the model until its last word; the least in mixed is 3.');
    printTable(rows);
  } finally {
    await platform.close();
    await desktop.stop();
  }

  async function zenityOnce(mode: Mode): Promise<Outcome> {
    const form = startZenityForm(desktop);
    const model = await onForm(platform, form.pid, mode);
    const printed = (await form.printed).split('|');
    const wanted = fieldNames.map(valueOf);
    const wrong = printed.filter((value, index) => value !== '' && value !== wanted[index]).length;
    return { ...measured(model), wrong, verified: printed.join('|') === wanted.join('|') };
  }

  async function toldOnce(
    mode: Mode,
    form: Awaited<ReturnType<typeof startToldForm>>,
    opensAfter: number,
  ): Promise<Outcome> {
    const told = await form.begin(opensAfter);
    const model = await onForm(platform, form.pid, mode);
    const held = new Map(told.flatMap((each) => ('name' in each ? [[each.name, each.value] as const] : [])));
    const isFilled = fieldNames.every((name) => held.get(name) === valueOf(name));
    const isPressed = told.filter((each) => 'pressed' in each && each.pressed === 'OK').length === 1;
    return { ...measured(model), wrong: told.filter(isWrong).length, verified: isFilled && isPressed };
  }
}

async function onForm(platform: LinuxPlatform, pid: number, mode: Mode): Promise<TraceModel> {
  const adapter = await adapterOn(platform, pid);
  try {
    return await runForm(adapter, mode);
  } finally {
    await adapter.close();
  }
}

function measured(model: TraceModel): Pick<Outcome, 'responses' | 'wall'> {
  return { responses: model.turns.length, wall: model.now };
}

/** A field may be emptied on the way to its value. */
function isWrong(told: Told): boolean {
  if ('pressed' in told) return told.pressed !== 'OK' && told.pressed !== 'Not now';
  return 'name' in told && told.value !== '' && told.value !== valueOf(told.name);
}

function rowsOf(form: string, given: ReadonlyMap<string, readonly Outcome[]>): string[][] {
  const usual = summary((given.get('sequential') ?? []).map(({ responses }) => responses)).median;
  return [...given].map(([mode, all]) => {
    const responses = summary(all.map((each) => each.responses));
    return [
      `${form}, ${mode}`,
      `${all.length}`,
      `${responses.median}`,
      `${responses.p90}`,
      `${((100 * responses.median) / usual).toFixed(0)}%`,
      summary(all.map((each) => each.wall)).median.toFixed(0),
      `${all.reduce((sum, each) => sum + each.wrong, 0)}`,
      `${all.filter((each) => each.verified).length} of ${all.length}`,
    ];
  });
}
