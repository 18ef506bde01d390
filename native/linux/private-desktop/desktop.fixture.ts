import { afterAll, beforeAll } from 'vitest';
import { type Desktop, type DesktopOptions, startDesktop } from './desktop';

/** Runs `work` on a desktop of its own, and stops it whatever happens. */
export async function withDesktop<T>(
  work: (desktop: Desktop) => Promise<T>,
  options: Partial<DesktopOptions> = {},
): Promise<T> {
  const desktop = await started(options);
  try {
    return await work(desktop);
  } finally {
    await stopped(desktop);
  }
}

/** One desktop for all tests of a file, or of a `describe`. Call what it gives inside of tests and hooks only. */
export function useDesktop(options: Partial<DesktopOptions> = {}): () => Desktop {
  let desktop: Desktop | null = null;
  beforeAll(async () => {
    desktop = await started(options);
  });
  afterAll(async () => {
    if (desktop !== null) await stopped(desktop);
  });
  return () => {
    if (desktop === null) throw new Error('The desktop is started before the first test.');
    return desktop;
  };
}

async function started(options: Partial<DesktopOptions>): Promise<Desktop> {
  const result = await startDesktop(options);
  if (!result.ok) throw new Error(`${result.failure.sentence} ${result.failure.next}`);
  return result.value;
}

async function stopped(desktop: Desktop): Promise<void> {
  const result = await desktop.stop();
  if (!result.ok) throw new Error(result.failure.sentence);
}
