import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { whenStopped } from '../stopping.mjs';

const POLL_MS = 200;

/**
 * Runs `work` while no other process of this machine does so under the same lock file. A lock whose holders are gone
 * is taken over.
 *
 * @template T
 * @param {string} lockFile
 * @param {(adopt: (pid: number) => void) => Promise<T>} work `adopt` makes a child a holder too: a child that outlives
 * this process, killed, goes on changing what the lock protects
 * @param {{ onWait?: (pid: number) => void }} [options]
 * @returns {Promise<T>}
 */
export async function exclusively(lockFile, work, { onWait } = {}) {
  let told = false;
  while (!(await tryTake(lockFile))) {
    const holders = await holdersOf(lockFile);
    if (holders === null) continue;
    const living = holders.find(isAlive);
    if (living === undefined) {
      await dropStale(lockFile, holders);
      continue;
    }
    if (!told) onWait?.(living);
    told = true;
    await delay(POLL_MS);
  }
  const drop = () => rmSync(lockFile, { force: true });
  const release = whenStopped(drop);
  try {
    return await work((pid) => appendFileSync(lockFile, `${pid}\n`));
  } finally {
    release();
    drop();
  }
}

/** @param {string} lockFile */
async function tryTake(lockFile) {
  try {
    const handle = await open(lockFile, 'wx');
    await handle.writeFile(`${process.pid}\n`);
    await handle.close();
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} lockFile
 * @returns {Promise<number[] | null>} null when the lock went away; empty when a crash left it so
 */
async function holdersOf(lockFile) {
  const text = await readFile(lockFile, 'utf8').catch(() => null);
  if (text === null) return null;
  if (text !== '') return pidsIn(text);
  await delay(POLL_MS);
  return pidsIn(await readFile(lockFile, 'utf8').catch(() => ''));
}

/** @param {string} text one pid a line */
const pidsIn = (text) => text.split('\n').filter(Boolean).map(Number);

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  return !isZombie(pid);
}

/**
 * Ended, but not yet noticed by its parent: in a container without an init process it stays so for ever.
 * @param {number} pid
 */
function isZombie(pid) {
  if (process.platform !== 'linux') return false;
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Moves the lock aside before deleting it, so that of two processes that both saw the dead holders only one deletes,
 * and a lock that was taken anew in between is put back.
 * @param {string} lockFile
 * @param {readonly number[]} deadHolders
 */
async function dropStale(lockFile, deadHolders) {
  const aside = `${lockFile}.${process.pid}`;
  try {
    await rename(lockFile, aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return;
    throw error;
  }
  const holders = pidsIn(await readFile(aside, 'utf8'));
  if (holders.join() === deadHolders.join()) await rm(aside);
  else await rename(aside, lockFile);
}
