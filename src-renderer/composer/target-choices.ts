import type { Bootstrap } from '@contract/ipc';
import type { Program } from '@contract/program';
import { type ProgramId, type Target, targetInWords } from '@contract/target';

type Place = Exclude<Target['kind'], 'program'>;

/** A target that is no program, with what it means. */
export interface PlaceChoice {
  readonly target: Target;
  readonly label: string;
  readonly note: string;
}

const notes: Readonly<Record<Place, string>> = {
  practice: 'A support desk of our own. Needs no permission.',
  desktop: 'Any program that may be driven.',
  private: 'Started for the run, and taken away after it.',
};

const places: readonly Place[] = ['practice', 'desktop', 'private'];

/** The practice window is always there; the rest where this machine has it. */
export function placeChoices({ targets }: Pick<Bootstrap, 'targets'>): PlaceChoice[] {
  return places
    .filter((kind) => kind === 'practice' || targets.includes(kind))
    .map((kind) => ({ target: { kind }, label: targetInWords({ kind }), note: notes[kind] }));
}

export interface ProgramChoices {
  readonly allowed: readonly Program[];
  readonly denied: readonly Program[];
}

/** By name, and a program that was started later after its twin. */
export function programChoices(listed: readonly Program[]): ProgramChoices {
  const sorted = listed.toSorted((a, b) => a.id.name.localeCompare(b.id.name, 'en') || a.id.pid - b.id.pid);
  return {
    allowed: sorted.filter(({ access }) => access === 'allowed'),
    denied: sorted.filter(({ access }) => access !== 'allowed'),
  };
}

/** Whether two run under one name: then the process id tells them apart. */
export function hasTwin({ name, pid }: ProgramId, listed: readonly Program[]): boolean {
  return listed.some(({ id }) => id.name === name && id.pid !== pid);
}

/** The titles of a program's windows, the one in front first. */
export function windowTitles({ windows }: Program): string[] {
  return windows
    .toSorted((a, b) => Number(b.active) - Number(a.active))
    .map(({ title }) => title)
    .filter((title) => title !== '');
}

export function sameTarget(a: Target, b: Target): boolean {
  if (a.kind !== 'program' || b.kind !== 'program') return a.kind === b.kind;
  return a.program.pid === b.program.pid && a.program.name === b.program.name;
}
