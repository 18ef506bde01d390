import { open, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 200;

/**
 * Runs `work` while no other process of this machine does so under the same lock file. A lock whose owner is gone is
 * taken over.
 *
 * @template T
 * @param {string} lockFile
 * @param {() => Promise<T>} work
 * @param {{ onWait?: (pid: number) => void }} [options]
 * @returns {Promise<T>}
 */
export async function exclusively(lockFile, work, { onWait } = {}) {
  let told = false;
  while (!(await tryTake(lockFile))) {
    const owner = await ownerOf(lockFile);
    if (owner !== null && isAlive(owner)) {
      if (!told) onWait?.(owner);
      told = true;
      await delay(POLL_MS);
    } else if (owner !== null) {
      await dropStale(lockFile, owner);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

/** @param {string} lockFile */
async function tryTake(lockFile) {
  try {
    const handle = await open(lockFile, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} lockFile
 * @returns {Promise<number | null>} null when the lock went away; 0 when it was left empty by a crash
 */
async function ownerOf(lockFile) {
  const text = await readFile(lockFile, 'utf8').catch(() => null);
  if (text === null) return null;
  if (text !== '') return Number(text);
  await delay(POLL_MS);
  return Number(await readFile(lockFile, 'utf8').catch(() => ''));
}

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Moves the lock aside before deleting it, so that of two processes that both saw the dead owner only one deletes,
 * and a lock that was taken anew in between is put back.
 * @param {string} lockFile
 * @param {number} deadOwner
 */
async function dropStale(lockFile, deadOwner) {
  const aside = `${lockFile}.${process.pid}`;
  try {
    await rename(lockFile, aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return;
    throw error;
  }
  const text = await readFile(aside, 'utf8');
  if (Number(text) === deadOwner) await rm(aside);
  else await rename(aside, lockFile);
}
