import type { Permission, PermissionReport } from '../../contract/permission';
import type { Reach } from './reach';
import { runningPrograms } from './running';

/** Linux asks a person for nothing; but the bus may be switched off, and a program may not be on it. Both are tried. */
export async function linuxPermissions(
  reach: Reach,
  grantTo: string,
  signal: AbortSignal,
): Promise<PermissionReport> {
  return {
    platform: 'linux',
    grantTo,
    permissions: [await accessibility(reach, signal), pictures(reach)],
  };
}

async function accessibility(reach: Reach, signal: AbortSignal): Promise<Permission> {
  const own = { name: 'accessibility', granted: null } as const;
  const programs = await runningPrograms(reach, signal);
  if (!programs.ok) {
    const { sentence, next } = programs.failure;
    return { ...own, state: 'failing', sentence, next };
  }
  const [first] = programs.value.filter(({ id }) => id.pid !== process.pid);
  if (first === undefined) {
    return {
      ...own,
      state: 'unknown',
      sentence: 'The accessibility bus answers, but no program with a window is on it.',
      next: 'Open a program. If it stays so, switch assistive technologies on in the desktop settings and start it again.',
    };
  }
  const sentence = `The windows of ${first.id.name} could be read.`;
  return { ...own, state: 'working', sentence, next: null };
}

function pictures({ x11: { noCapture } }: Reach): Permission {
  const own = { name: 'screen_recording', granted: null } as const;
  if (noCapture !== null)
    return { ...own, state: 'failing', sentence: noCapture.sentence, next: noCapture.next };
  return { ...own, state: 'working', sentence: 'The X server gives pictures of windows.', next: null };
}
