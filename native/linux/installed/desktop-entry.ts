/** A program as its `.desktop` file tells of it (freedesktop.org, Desktop Entry Specification 1.5). */
export interface DesktopEntry {
  /** The file's name without `.desktop`. */
  readonly id: string;
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly icon: string | null;
}

/** @returns null where the file describes no program that a person would start, or starts it in a terminal */
export function readDesktopEntry(id: string, text: string): DesktopEntry | null {
  const values = mainGroup(text);
  const isProgram = values.get('Type') === 'Application' && values.get('Terminal') !== 'true';
  const isHidden = values.get('Hidden') === 'true' || values.get('NoDisplay') === 'true';
  const [command, ...args] = commandLine(values.get('Exec') ?? '');
  const name = values.get('Name') ?? '';
  if (!isProgram || isHidden || name === '' || command === undefined) return null;
  return { id, name, command, args, icon: values.get('Icon') ?? null };
}

/** Keys of `[Desktop Entry]`; localised ones are left out. */
function mainGroup(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let inside = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) inside = line.trim() === '[Desktop Entry]';
    const [, key, value] = /^([A-Za-z0-9-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (inside && key !== undefined && value !== undefined) values.set(key, value);
  }
  return values;
}

/** The words of `Exec`, unquoted, without the places for files and addresses: there are none to open. */
export function commandLine(exec: string): string[] {
  const words: string[] = [];
  for (const [, quoted, bare] of exec.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)) {
    if (quoted !== undefined) words.push(quoted.replaceAll(/\\(["`$\\])/g, '$1'));
    else if (bare !== undefined && !/^%[a-zA-Z]$/.test(bare)) words.push(bare.replaceAll('%%', '%'));
  }
  return words;
}
