import type { PermissionName, PermissionReport } from '@contract/permission';
import type { Program, ProgramAccess } from '@contract/program';
import type { ProgramId, Target } from '@contract/target';

/** Why a run on the drafted target would not get far, as far as the window knows. */
export type TargetTrouble =
  /** `again`: a program of the same name that runs now. */
  | { readonly kind: 'quit'; readonly sentence: string; readonly again: ProgramId | null }
  | { readonly kind: 'denied'; readonly sentence: string }
  | { readonly kind: 'permission'; readonly sentence: string; readonly name: PermissionName };

/** Why a program may not be driven; null where it may. */
export const accessWords: Readonly<Record<ProgramAccess, string | null>> = {
  allowed: null,
  denied_by_default: 'Denied by default: it keeps secrets, or it is Interlock itself.',
  denied_by_person: 'On your deny list.',
  not_on_allow_list: 'Not on your allow list.',
};

export const permissionNames: Readonly<Record<PermissionName, string>> = {
  accessibility: 'Accessibility',
  screen_recording: 'Screen Recording',
};

/** @param listed the programs that run now; null where that is not known */
export function targetTrouble(
  target: Target,
  listed: readonly Program[] | null,
  report: PermissionReport | null,
): TargetTrouble | null {
  if (target.kind === 'practice' || target.kind === 'private') return null;
  const own = target.kind === 'program' ? programTrouble(target.program, listed) : null;
  return own ?? permissionTrouble(report);
}

function programTrouble({ pid, name }: ProgramId, listed: readonly Program[] | null): TargetTrouble | null {
  if (listed === null) return null;
  const running = listed.find(({ id }) => id.pid === pid && id.name === name);
  if (running === undefined) {
    const again = listed.find(({ id, access }) => id.name === name && access === 'allowed')?.id ?? null;
    const sentence = again === null ? `${name} has quit.` : `${name} has quit, and was started again.`;
    return { kind: 'quit', sentence, again };
  }
  const denied = accessWords[running.access];
  return denied === null ? null : { kind: 'denied', sentence: `${name} may not be driven. ${denied}` };
}

function permissionTrouble(report: PermissionReport | null): TargetTrouble | null {
  const failing = report?.permissions.find(({ state }) => state === 'failing');
  if (failing === undefined) return null;
  const { name } = failing;
  return { kind: 'permission', sentence: `${permissionNames[name]} is not working.`, name };
}
