import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exclusively } from './exclusive.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exclusive-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lock = () => join(folder, 'lock');
/** No process has it: above the largest pid that Linux gives out. */
const NOBODY = '4194305';

it('runs one after the other, and tells the second whom it waits for', async () => {
  const order: string[] = [];
  const waitedFor: number[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begin = () => {};
  const began = new Promise<void>((resolve) => {
    begin = resolve;
  });

  const first = exclusively(lock(), async () => {
    order.push('first begins');
    begin();
    await held;
    order.push('first ends');
  });
  await began;
  const second = exclusively(lock(), () => Promise.resolve(order.push('second')), {
    onWait: (pid) => {
      waitedFor.push(pid);
      release();
    },
  });
  await Promise.all([first, second]);

  expect(order).toEqual(['first begins', 'first ends', 'second']);
  expect(waitedFor).toEqual([process.pid]);
});

it('takes over from a process that is gone', async () => {
  await writeFile(lock(), NOBODY);
  expect(await exclusively(lock(), () => Promise.resolve('done'))).toBe('done');
});

it('takes over a lock that a crash left empty', async () => {
  await writeFile(lock(), '');
  expect(await exclusively(lock(), () => Promise.resolve('done'))).toBe('done');
});

it('waits for a child that outlived its parent', async () => {
  await writeFile(lock(), `${NOBODY}\n${process.pid}\n`);
  const waitedFor: number[] = [];
  await exclusively(lock(), () => Promise.resolve(), {
    onWait: (pid) => {
      waitedFor.push(pid);
      writeFileSync(lock(), `${NOBODY}\n`);
    },
  });
  expect(waitedFor).toEqual([process.pid]);
});

it('lets go when the work fails', async () => {
  await expect(exclusively(lock(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lock())).toBe(false);
});
