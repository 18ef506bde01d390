import type { Asked, WindowInfo } from '../../../native/macos';
import type { Permission, PermissionReport } from '../../contract/permission';

type Told = Asked<{ readonly kind: 'permissions' }>;

/**
 * @param told by the lane of another program; null where there was none to try it on
 * @param others the windows of other programs, of which the system tells titles only to who may record the screen
 */
export function reportOf(
  told: Told | null,
  others: readonly WindowInfo[],
  grantTo: string,
): PermissionReport {
  return { platform: 'macos', grantTo, permissions: [accessibility(told), recording(told, others)] };
}

function accessibility(told: Told | null): Permission {
  const name = 'accessibility';
  const next =
    'Allow it in System Settings, Privacy & Security, Accessibility. After an update, remove it first.';
  if (told === null)
    return { name, state: 'unknown', granted: null, sentence: 'No other program shows a window.', next };
  if (told.kind !== 'answered') {
    const sentence = `It could not be tried: ${told.said}`;
    return { name, state: 'unknown', granted: null, sentence, next };
  }
  const { accessibility: state, trusted: granted } = told.reply;
  switch (state) {
    case 'working':
      return { name, state, granted, sentence: 'Another program could be read.', next: null };
    case 'failing':
      return { name, state, granted, sentence: 'macOS let no other program be read.', next };
    case 'unknown':
      return { name, state, granted, sentence: 'The program that was asked did not answer.', next };
  }
}

function recording(told: Told | null, others: readonly WindowInfo[]): Permission {
  const name = 'screen_recording';
  const granted = told?.kind === 'answered' ? told.reply.screenRecording : null;
  const next = 'Allow it in System Settings, Privacy & Security, Screen Recording, for pictures of windows.';
  if (others.some(({ title }) => title !== null))
    return { name, state: 'working', granted, sentence: 'Titles of other windows are told.', next: null };
  if (others.length === 0)
    return { name, state: 'unknown', granted, sentence: 'No other program shows a window.', next };
  return { name, state: 'failing', granted, sentence: 'macOS tells no titles of other windows.', next };
}
