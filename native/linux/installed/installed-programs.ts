import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DesktopEntry, readDesktopEntry } from './desktop-entry';

/** Where a session keeps its `.desktop` files (XDG Base Directory Specification 0.8), the person's own first. */
export function applicationFolders(env: NodeJS.ProcessEnv): readonly string[] {
  const own = env['XDG_DATA_HOME'] ?? join(env['HOME'] ?? '/', '.local/share');
  const shared = (env['XDG_DATA_DIRS'] ?? '').split(':').filter((folder) => folder !== '');
  const folders = [own, ...(shared.length > 0 ? shared : ['/usr/local/share', '/usr/share'])];
  return folders.map((folder) => join(folder, 'applications'));
}

/** By id; a file of the person's hides one of the same id that comes later. */
export async function installedPrograms(folders: readonly string[]): Promise<readonly DesktopEntry[]> {
  const found = new Map<string, DesktopEntry | null>();
  for (const folder of folders) {
    for (const file of await filesIn(folder)) {
      const id = file.slice(0, -'.desktop'.length);
      if (!found.has(id)) found.set(id, readDesktopEntry(id, await readFile(join(folder, file), 'utf8')));
    }
  }
  return [...found.values()].filter((entry) => entry !== null).sort((a, b) => a.name.localeCompare(b.name));
}

/** A folder that is not there holds nothing. */
async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.desktop')).sort();
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return [];
    throw thrown;
  }
}

/** By name, id or command, whatever the case: the exact one before one that only begins so. null where none fits. */
export function programCalled(programs: readonly DesktopEntry[], wanted: string): DesktopEntry | null {
  const sought = wanted.trim().toLowerCase();
  if (sought === '') return null;
  const words = ({ name, id, command }: DesktopEntry) =>
    [name, id, id.split('.').at(-1) ?? id, command.split('/').at(-1) ?? command].map((word) =>
      word.toLowerCase(),
    );
  return (
    programs.find((each) => words(each).includes(sought)) ??
    programs.find((each) => words(each).some((word) => word.startsWith(sought))) ??
    null
  );
}
