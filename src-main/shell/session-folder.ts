import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const prefix = 'interlock-session-';

/** A folder for the browser's own files of one process. Those that earlier processes could not take away go first. */
export function sessionFolder(parent: string, pid: number, isRunning: (pid: number) => boolean): string {
  for (const name of readdirSync(parent)) {
    const owner = /^interlock-session-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) removeFolder(join(parent, name));
  }
  return mkdtempSync(join(parent, `${prefix}${pid}-`));
}

/** The browser may write into it to the end; then it stays until the next run. @returns whether it is gone */
export function removeFolder(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** Whoever may not be signalled runs all the same. */
export function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
