import { setTimeout as pause } from 'node:timers/promises';
import {
  type Desktop,
  type DesktopResult,
  type Program,
  startDesktop,
} from '../../native/linux/private-desktop';
import { linuxPlatform } from '../bridge/linux/linux-platform';
import type { Platform, RunningProgram } from '../bridge/platform';
import { wholeDesktop } from '../bridge/whole-desktop/whole-desktop';
import { failed, ok, type Result } from '../contract/failure';
import type { DemoProgram } from '../demos/demo';
import type { ReadyTarget } from '../runs/world';

/** How long the programs are given to show their windows, and how often that is looked at, in milliseconds. */
const start = { limitMs: 20_000, everyMs: 100 } as const;

/** Starts a desktop for one run, with these programs open on it and entered. It ends with the target. */
export async function readyPrivateDesktop(programs: readonly DemoProgram[]): Promise<Result<ReadyTarget>> {
  const desktop = await startDesktop();
  if (!desktop.ok) return missing(desktop);
  const target = await furnish(desktop.value, programs);
  if (!target.ok) await desktop.value.stop();
  return target;
}

async function furnish(desktop: Desktop, programs: readonly DemoProgram[]): Promise<Result<ReadyTarget>> {
  const started = new Map<string, Program>();
  for (const { name, command, args } of programs) {
    const program = await desktop.spawn(command, args);
    if (!program.ok) return missing(program);
    started.set(name, program.value);
  }
  const never = new AbortController().signal;
  const platform = await linuxPlatform(desktop, never);
  if (!platform.ok) return platform;
  const whole = wholeDesktop(platform.value, () => null);
  const shown = await allShown(platform.value, [...started.values()]);
  if (!shown.ok) return shown;
  for (const { id } of shown.value) {
    const entered = await whole.doors.open(id.name, never);
    if (!entered.ok) return entered;
  }
  return ok({
    ...whole,
    // Nobody sits at a desktop that nobody sees.
    watchPerson: null,
    record: async () =>
      ok({ practice: [], printed: new Map([...started].map(([name, { said }]) => [name, said.stdout])) }),
    async close() {
      await whole.adapter.close();
      await platform.value.close();
      await desktop.stop();
    },
  });
}

async function allShown(
  platform: Platform,
  started: readonly Program[],
): Promise<Result<readonly RunningProgram[]>> {
  const end = performance.now() + start.limitMs;
  for (;;) {
    const running = await platform.programs(new AbortController().signal);
    if (!running.ok) return running;
    const shown = running.value.filter(({ id }) => started.some(({ pid }) => pid === id.pid));
    if (shown.length === started.length) return ok(shown);
    if (performance.now() > end) {
      const said = started.map(({ said: { stderr } }) => stderr.trim()).join(' ');
      return failed(
        'timed_out',
        `Not every program of the desktop showed a window. ${said}`,
        'Run it again.',
      );
    }
    await pause(start.everyMs);
  }
}

function missing(result: Extract<DesktopResult<unknown>, { ok: false }>): Result<never> {
  return failed('unsupported', result.failure.sentence, result.failure.next);
}
