import type { Failure } from '../contract/failure';
import { type ProgramAccess, type ProgramLists, secretKeepers } from '../contract/program';
import type { ProgramId } from '../contract/target';

/** Interlock as a running program. */
export type Ourselves = ProgramId;

/** A program, or, with no number yet, one that is to be started. */
export interface Candidate {
  readonly name: string;
  readonly pid: number | null;
}

/**
 * Whether the person's lists let Interlock drive a program. Never Interlock itself. A program that keeps passwords is denied until
 * the person allows it by its very name: a star does not reach it.
 */
export function accessTo(
  { name, pid }: Candidate,
  { allow, deny }: ProgramLists,
  ourselves: Ourselves,
): ProgramAccess {
  if (pid === ourselves.pid || matches(ourselves.name, name)) return 'denied_by_default';
  if (deny.some((pattern) => matches(pattern, name))) return 'denied_by_person';
  if (allow?.some((pattern) => !pattern.includes('*') && matches(pattern, name)) === true) return 'allowed';
  if (secretKeepers.some((pattern) => matches(pattern, name))) return 'denied_by_default';
  if (allow !== null && !allow.some((pattern) => matches(pattern, name))) return 'not_on_allow_list';
  return 'allowed';
}

/** Why a program is not driven; null where it may be. */
export function denial({ name }: Candidate, access: ProgramAccess): Failure | null {
  switch (access) {
    case 'allowed':
      return null;
    case 'denied_by_default':
      return denied(`${name} is never driven unasked: it keeps secrets, or it is Interlock itself.`);
    case 'denied_by_person':
      return denied(`${name} is on the person's list of programs that may not be driven.`);
    case 'not_on_allow_list':
      return denied(`${name} is not on the person's list of programs that may be driven.`);
  }
}

function denied(sentence: string): Failure {
  return {
    code: 'program_denied',
    sentence,
    next: 'Leave it alone and work with another program; the person can change their lists in the settings.',
  };
}

/** Whatever the case; `*` stands for any run of characters. */
function matches(pattern: string, name: string): boolean {
  const parts = pattern.trim().toLowerCase().split('*').map(escaped);
  return new RegExp(`^${parts.join('.*')}$`, 'su').test(name.trim().toLowerCase());
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
