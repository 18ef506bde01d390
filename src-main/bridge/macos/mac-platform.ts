import {
  captureWindow,
  type Lanes,
  type RunProgram,
  settingsLinks,
  type WindowInfo,
} from '../../../native/macos';
import type { Clock } from '../../contract/clock';
import { pauseOn } from '../../contract/clock';
import { type Failure, failed, ok, type Result, thrownSentence } from '../../contract/failure';
import type { ProgramId } from '../../contract/target';
import type { Platform, RunningProgram } from '../platform';
import { cancelled, failure, notPermitted, programGone, unanswered } from './failures';
import { macAdapter } from './mac-adapter';
import { reportOf } from './permission-report';
import { noting, watchIdleness } from './person-at-work';
import { programOverLanes, questionLimit } from './program';
import { isOrdinary, programsOf } from './running';

export interface MacPlatformOptions {
  readonly lanes: Lanes;
  /** The app's own processes. */
  readonly own: readonly number[];
  /** As the system's settings list it. */
  readonly grantTo: string;
  readonly clock: Clock;
  /** For how many whole seconds nobody touched the keyboard or the mouse. */
  readonly idleSeconds: () => number;
  readonly run: RunProgram;
  readonly isRunning: (pid: number) => boolean;
}

/** The process that starts all others: what is asked of the system rather than of a program has its lane. */
const launchd = 1;
const openingLimit = 15_000;
const everyMs = 150;

export function macPlatform(options: MacPlatformOptions): Platform {
  const { own, grantTo, clock, idleSeconds, run, isRunning } = options;
  const lanes = noting(options.lanes, clock);
  const pause = pauseOn(clock);

  async function windows(signal: AbortSignal): Promise<Result<readonly WindowInfo[]>> {
    const asked = await lanes.ask(launchd, { kind: 'windows' }, signal, questionLimit);
    if (asked.kind !== 'answered') return failure(unanswered(asked, { running: true }));
    return asked.reply === null ? nobodyLoggedIn : ok(asked.reply);
  }

  async function programs(signal: AbortSignal): Promise<Result<readonly RunningProgram[]>> {
    const listed = await windows(signal);
    return listed.ok ? ok(programsOf(listed.value, own)) : listed;
  }

  /** A program may call itself otherwise than its file is called: then it is the one that has come to the front. */
  async function shown(name: string, before: number | undefined, signal: AbortSignal) {
    const end = clock.now() + openingLimit;
    for (;;) {
      const listed = await programs(signal);
      if (!listed.ok) return listed;
      const called = listed.value.find(({ id }) => id.name.toLowerCase() === name.toLowerCase());
      const [front] = listed.value;
      const other = front !== undefined && front.id.pid !== before ? front : undefined;
      const found = called ?? other;
      if (found !== undefined) return ok(found);
      if (signal.aborted) return failure<RunningProgram>(cancelled);
      if (clock.now() >= end) return noWindow(name);
      await pause(everyMs, signal);
    }
  }

  return {
    name: 'macos',
    programs,
    async open(name, signal) {
      const before = await programs(signal);
      if (!before.ok) return before;
      const started = await runs(run, ['-a', name], signal);
      return started === null
        ? shown(name, before.value[0]?.id.pid, signal)
        : failure(notOpened(name, started));
    },
    async adapterFor(program: ProgramId, signal) {
      if (!own.includes(program.pid) && !isRunning(program.pid)) return failure(programGone);
      const asked = await lanes.ask(program.pid, { kind: 'permissions' }, signal, questionLimit);
      if (asked.kind !== 'answered') return failure(unanswered(asked, { running: isRunning(program.pid) }));
      const { accessibility, screenRecording } = asked.reply;
      if (accessibility === 'failing') return failure(notPermitted);
      const capture = (id: number, during: AbortSignal) => captureWindow(id, true, run, during);
      const driven = programOverLanes(lanes, program, isRunning);
      return ok(macAdapter(driven, screenRecording ? capture : null));
    },
    async permissions(signal) {
      const listed = await windows(signal);
      const all = listed.ok ? listed.value : [];
      const others = all.filter((window) => isOrdinary(window) && !own.includes(window.pid));
      const [other] = others;
      const told =
        other === undefined
          ? null
          : await lanes.ask(other.pid, { kind: 'permissions' }, signal, questionLimit);
      return reportOf(told, others, grantTo);
    },
    async openPermissionSettings(name) {
      const link = name === 'accessibility' ? settingsLinks.accessibility : settingsLinks.screenRecording;
      const problem = await runs(run, [link], new AbortController().signal);
      return problem === null
        ? ok(null)
        : failed('internal', `System Settings did not open: ${problem}`, 'Open it by hand.');
    },
    watchPerson: (seen) => watchIdleness({ clock, idleSeconds, lastPosted: lanes.lastPosted }, seen),
    close: async () => options.lanes.close(),
  };
}

const nobodyLoggedIn = failed('not_visible', 'Nobody is logged in at the screen.', 'Log in, then try again.');

/** The system's own way to open things. @returns why it did not work */
async function runs(
  run: RunProgram,
  parameters: readonly string[],
  signal: AbortSignal,
): Promise<string | null> {
  try {
    await run('/usr/bin/open', parameters, signal);
    return null;
  } catch (thrown) {
    return thrownSentence(thrown);
  }
}

function notOpened(name: string, why: string): Failure {
  return {
    code: 'not_found',
    sentence: `macOS could not open "${name}": ${why}`,
    next: 'Use the name that the program has in the Applications folder.',
  };
}

function noWindow(name: string) {
  return failed('timed_out', `"${name}" shows no window.`, 'Look whether it runs, and open a window in it.');
}
