import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a program to its end. Rejects where it cannot be started, fails or is aborted. */
export type RunProgram = (file: string, parameters: readonly string[], signal: AbortSignal) => Promise<void>;

export const runProgram: RunProgram = (file, parameters, signal) =>
  new Promise((resolve, reject) => {
    execFile(file, parameters, { signal }, (error) => {
      if (error === null) resolve();
      else reject(new Error(error.message));
    });
  });

/** Of the file that the system's own program for it writes; pixels, which a display may have two of to a point. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type Captured =
  | { readonly ok: true; readonly picture: Picture }
  /** `no_picture`: the window is gone, or the system refused, of which it says no more than a message. */
  | { readonly ok: false; readonly problem: 'not_permitted' | 'no_picture'; readonly said: string };

/** A window without its shadow, also where others cover it, with no sound. The calls for it are deprecated: the program is not. */
export async function captureWindow(
  id: number,
  mayCapture: boolean,
  run: RunProgram,
  signal: AbortSignal,
): Promise<Captured> {
  if (!mayCapture)
    return { ok: false, problem: 'not_permitted', said: 'This program may not record the screen.' };
  const folder = await mkdtemp(join(tmpdir(), 'interlock-screen-'));
  const file = join(folder, 'window.png');
  try {
    await run('/usr/sbin/screencapture', ['-l', String(id), '-o', '-x', '-t', 'png', file], signal);
    const bytes = await readFile(file);
    const size = pngSize(bytes);
    if (size === null) return { ok: false, problem: 'no_picture', said: 'What was written is no PNG file.' };
    return { ok: true, picture: { bytes, ...size } };
  } catch (thrown) {
    return {
      ok: false,
      problem: 'no_picture',
      said: thrown instanceof Error ? thrown.message : String(thrown),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** From the first chunk, which each PNG file begins with. */
export function pngSize(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(signature)) return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
