import { copyFile, readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { type Failure, failed, ok, type Result, thrownSentence } from '../contract/failure';
import { defaultSettings, Settings } from '../contract/settings';
import { writeAtomically } from '../trace/atomic-file';

export interface SettingsStore {
  readonly current: Settings;
  /** Writes all of them at once. Of several changes the one that was asked for last stays. */
  change(settings: Settings): Promise<Result<Settings>>;
}

export interface OpenedSettings {
  readonly store: SettingsStore;
  /** What could not be read, and where the old file was put; null where all went well. */
  readonly problem: Failure | null;
}

/**
 * Settings from a file. One that can't be understood is kept aside, and what of it makes sense is used; a missing file or a
 * missing setting is no problem.
 *
 * @param now for the name of the file that is kept aside
 */
export async function openSettings(file: string, now: () => Date): Promise<OpenedSettings> {
  const { settings, why } = await readSettings(file);
  let current = settings;
  let writing: Promise<unknown> = Promise.resolve();

  async function write(wanted: Settings): Promise<Result<Settings>> {
    try {
      await writeAtomically(file, `${JSON.stringify(wanted, null, 2)}\n`);
    } catch (thrown) {
      return failed(
        'io_failed',
        `The settings could not be saved: ${thrownSentence(thrown)}.`,
        'Check the disk.',
      );
    }
    current = wanted;
    return ok(wanted);
  }

  const store: SettingsStore = {
    get current() {
      return current;
    },
    change(wanted) {
      const written = writing.then(() => write(wanted));
      writing = written;
      return written;
    },
  };
  return { store, problem: why === null ? null : await keepAside(file, why, now()) };
}

interface Read {
  readonly settings: Settings;
  readonly why: string | null;
}

async function readSettings(file: string): Promise<Read> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (thrown) {
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    return { settings: defaultSettings, why: isMissing ? null : thrownSentence(thrown) };
  }
  try {
    return pick(JSON.parse(text));
  } catch (thrown) {
    return { settings: defaultSettings, why: thrownSentence(thrown) };
  }
}

/** Each setting on its own: one that is wrong costs none of the others. */
function pick(raw: unknown): Read {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { settings: defaultSettings, why: 'it holds no settings' };
  const found = new Map(Object.entries(raw));
  const wrong: string[] = [];
  const picked = Object.entries(Settings.shape).map(([name, schema]: [string, z.ZodType]) => {
    const parsed = schema.safeParse(found.get(name));
    if (parsed.success) return [name, parsed.data];
    if (found.has(name)) wrong.push(name);
    return [name, defaultSettings[name as keyof Settings]];
  });
  const settings = Settings.parse(Object.fromEntries(picked));
  return { settings, why: wrong.length === 0 ? null : `${wrong.join(', ')} made no sense` };
}

async function keepAside(file: string, why: string, now: Date): Promise<Failure> {
  const aside = `${file}.${now.toISOString().replaceAll(/[:.]/g, '-')}.damaged`;
  const sentence = `The settings file could not be understood (${why}); defaults stand in.`;
  try {
    await copyFile(file, aside);
    return { code: 'settings_invalid', sentence, next: `The old file was kept at ${aside}.` };
  } catch (thrown) {
    const next = `Look at ${file}: it could not be kept aside (${thrownSentence(thrown)}).`;
    return { code: 'settings_invalid', sentence, next };
  }
}
