/** Why there is no desktop, or no program on it: a sentence that a person can act on, and what to do next. */
export type DesktopFailure =
  | {
      readonly code: 'program_missing';
      readonly program: string;
      /** Debian's names. Empty where the program is none of the desktop's own. */
      readonly packages: readonly string[];
      readonly sentence: string;
      readonly next: string;
    }
  | {
      readonly code: 'not_started';
      readonly program: string;
      /** What the program said on stderr. */
      readonly said: string;
      readonly sentence: string;
      readonly next: string;
    }
  | {
      /** Something of a stopped desktop is still there. */
      readonly code: 'left_behind';
      readonly folder: string;
      readonly sentence: string;
      readonly next: string;
    };

export type DesktopResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: DesktopFailure };

type Failed = { readonly ok: false; readonly failure: DesktopFailure };

export function programMissing(program: string, packages: readonly string[]): Failed {
  const next =
    packages.length > 0
      ? `Install it: sudo apt-get install -y ${packages.join(' ')} (the names are Debian's).`
      : 'Install it, or check its name.';
  return {
    ok: false,
    failure: {
      code: 'program_missing',
      program,
      packages,
      sentence: `The program ${program} is not installed.`,
      next,
    },
  };
}

export function notStarted(program: string, why: string, said: string): Failed {
  return {
    ok: false,
    failure: {
      code: 'not_started',
      program,
      said,
      sentence: `The program ${program} did not start: ${why}.`,
      next: said.trim() === '' ? 'Start it by hand to see why.' : `It said: ${said.trim()}`,
    },
  };
}

export function leftBehind(folder: string): Failed {
  return {
    ok: false,
    failure: {
      code: 'left_behind',
      folder,
      sentence: `The desktop in ${folder} could not be cleared away completely.`,
      next: 'End its remaining processes and delete the folder.',
    },
  };
}
