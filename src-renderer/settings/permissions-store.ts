import { type Failure, failed, type Result, thrownSentence } from '@contract/failure';
import type { PermissionReport } from '@contract/permission';
import { create } from 'zustand';
import { interlock } from '../ipc/client';

/** What the system lets us do, as it was tried last. */
export interface PermissionsState {
  /** null until it was tried once. Kept while it is tried again. */
  readonly report: PermissionReport | null;
  readonly checking: boolean;
  /** Milliseconds since 1970; null until it was tried once. */
  readonly checkedAt: number | null;
  readonly failure: Failure | null;
}

export const usePermissions = create<PermissionsState>()(() => ({
  report: null,
  checking: false,
  checkedAt: null,
  failure: null,
}));

/** Tries every permission once more. One try at a time: a second one would say the same. */
export async function checkPermissions(): Promise<void> {
  if (usePermissions.getState().checking) return;
  usePermissions.setState({ checking: true });
  const answer = await check();
  usePermissions.setState(
    answer.ok
      ? { report: answer.value, checking: false, checkedAt: Date.now(), failure: null }
      : { checking: false, failure: answer.failure },
  );
}

async function check(): Promise<Result<PermissionReport>> {
  try {
    return await interlock().request('permissions:check', null);
  } catch (thrown) {
    return failed(
      'internal',
      `The permissions could not be tried: ${thrownSentence(thrown)}`,
      'Check again.',
    );
  }
}
