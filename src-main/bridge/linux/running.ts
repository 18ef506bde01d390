import { readFile } from 'node:fs/promises';
import { type Application, listApplications, listWindows } from '../../../native/linux/atspi';
import { failed, ok, type Result } from '../../contract/failure';
import type { ProgramWindow } from '../../contract/program';
import type { ProgramId } from '../../contract/target';
import type { Reach } from './reach';

/** A program as the accessibility bus and the X server tell of it together. */
export interface Running {
  readonly id: ProgramId;
  readonly application: Application;
  readonly windows: readonly ProgramWindow[];
  /** Each by the X server's number, topmost first. */
  readonly shown: readonly number[];
  /** Place of its topmost window, from the front. */
  readonly rank: number;
}

const questionLimit = 1_500;

/** Programs with a window, topmost first. One that hangs is left out: nothing can be done with it. */
export async function runningPrograms(
  { line, x11 }: Reach,
  signal: AbortSignal,
): Promise<Result<readonly Running[]>> {
  const patience = { limitMs: questionLimit, signal };
  const [applications, shown] = await Promise.all([listApplications(line, patience), x11.windows(null)]);
  if (!applications.ok) return failed('target_gone', applications.trouble.sentence, 'Try again.');
  if (!shown.ok) return failed('target_gone', shown.failure.sentence, shown.failure.next);
  const all = await Promise.all(
    applications.value.answering.map(async (application): Promise<Running | null> => {
      const own = shown.value.filter(({ pid, managed }) => managed && pid === application.pid);
      const told = await listWindows(line, application.root, patience);
      if (own.length === 0 || !told.ok || told.value.length === 0) return null;
      const windows = own.map(({ title, active }) => ({ title, active }));
      const name = await nameOf(application);
      const rank = shown.value.findIndex(({ id }) => id === own[0]?.id);
      const numbers = own.map(({ id }) => id);
      return { id: { pid: application.pid, name }, application, windows, shown: numbers, rank };
    }),
  );
  return ok(all.filter((each) => each !== null).toSorted((one, other) => one.rank - other.rank));
}

/** GTK 4 programs call themselves "Unnamed": then the process has the better word. */
async function nameOf({ name, pid }: Application): Promise<string> {
  const own = name.trim();
  if (own !== '' && own !== 'Unnamed') return own;
  try {
    return (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() || `process ${pid}`;
  } catch {
    return `process ${pid}`;
  }
}
