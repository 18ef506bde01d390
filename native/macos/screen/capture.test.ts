import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { captureWindow, type RunProgram } from './capture';

const never = new AbortController().signal;

/** The head of a PNG file of 3000 x 2000 pixels, and nothing after it. */
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.from([0, 0, 0x0b, 0xb8, 0, 0, 0x07, 0xd0]),
]);

/** Stands for `screencapture`, which is there on a Mac alone. */
function writing(bytes: Uint8Array) {
  const runs: string[][] = [];
  const run: RunProgram = async (file, parameters) => {
    runs.push([file, ...parameters]);
    await writeFile(parameters.at(-1) ?? '', bytes);
  };
  return { runs, run };
}

test('a picture is of one window, without shadow and sound, and leaves no file behind', async () => {
  const { runs, run } = writing(png);
  const captured = await captureWindow(42, true, run, never);
  expect(captured).toEqual({ ok: true, picture: { bytes: png, width: 3000, height: 2000 } });
  const file = runs[0]?.at(-1) ?? '';
  expect(runs).toEqual([['/usr/sbin/screencapture', '-l', '42', '-o', '-x', '-t', 'png', file]]);
  expect(existsSync(dirname(file))).toBe(false);
});

test('without permission nothing is run', async () => {
  const { runs, run } = writing(png);
  expect(await captureWindow(42, false, run, never)).toMatchObject({ ok: false, problem: 'not_permitted' });
  expect(runs).toEqual([]);
});

test.each([
  ['is no picture', writing(Buffer.from('no')).run],
  ['is not there', async () => {}],
  ['was never written', () => Promise.reject(new Error('could not create image from window'))],
] as const)('what %s is told as no picture', async (_what, run) => {
  expect(await captureWindow(42, true, run, never)).toMatchObject({ ok: false, problem: 'no_picture' });
});
