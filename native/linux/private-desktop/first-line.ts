import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type DesktopResult, notStarted } from './failure';

/** Each part of the desktop is up in a tenth of a second; after this it is not coming. */
const LIMIT_MS = 10_000;

/**
 * The first line that a starting program writes on `source`: its address. Fails where it ends, or says nothing.
 * @param source one of the child's pipes; it is read on afterwards, so that the program never waits for a reader
 */
export function firstLine(
  program: string,
  child: ChildProcess,
  source: Readable | null,
): Promise<DesktopResult<string>> {
  let line = '';
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  return new Promise((resolve) => {
    const end = (result: DesktopResult<string>) => {
      clearTimeout(timer);
      resolve(result);
    };
    const timer = setTimeout(
      () => end(notStarted(program, `it said nothing for ${LIMIT_MS / 1_000} seconds`, errors)),
      LIMIT_MS,
    );
    child.once('close', (code, signal) =>
      end(notStarted(program, `it ended with ${signal ?? `code ${code}`}`, errors)),
    );
    source?.on('data', (chunk) => {
      line += String(chunk);
      const newline = line.indexOf('\n');
      if (newline >= 0) end({ ok: true, value: line.slice(0, newline).trim() });
    });
  });
}
