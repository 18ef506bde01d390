import { type Failure, failed, type Result, thrownSentence } from '@contract/failure';
import type { Program } from '@contract/program';
import { create } from 'zustand';
import { interlock } from '../ipc/client';

/** The programs that run on this machine, as they were listed last. */
export interface ProgramsState {
  /** null until the first list has come. Kept while the next one is awaited. */
  readonly listed: readonly Program[] | null;
  readonly asking: boolean;
  /** Why the latest list did not come. */
  readonly failure: Failure | null;
}

export const usePrograms = create<ProgramsState>()(() => ({ listed: null, asking: false, failure: null }));

/** How many lists were asked for: what was asked for last counts. */
let asked = 0;

export async function listPrograms(): Promise<void> {
  asked += 1;
  const mine = asked;
  usePrograms.setState({ asking: true });
  const answer = await list();
  if (mine !== asked) return;
  usePrograms.setState(
    answer.ok
      ? { listed: answer.value, asking: false, failure: null }
      : { asking: false, failure: answer.failure },
  );
}

async function list(): Promise<Result<Program[]>> {
  try {
    return await interlock().request('programs:list', null);
  } catch (thrown) {
    return failed('internal', `The programs could not be listed: ${thrownSentence(thrown)}`, 'Try again.');
  }
}

/** The icon of a program by its name; null where none is known. */
export function useProgramIcon(name: string): string | null {
  return usePrograms(({ listed }) => listed?.find(({ id }) => id.name === name)?.icon ?? null);
}
