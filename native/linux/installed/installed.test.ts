import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandLine, readDesktopEntry } from './desktop-entry';
import { applicationFolders, installedPrograms, programCalled } from './installed-programs';

const editor = `[Desktop Entry]
Name=Mousepad
Name[de]=Mauspad
Exec=mousepad %U
Icon=org.xfce.mousepad
Type=Application
[Desktop Action new]
Name=New
Exec=mousepad --new
`;

it.each([
  ['mousepad %U', ['mousepad']],
  ['"/opt/My App/run" --title "a \\"b\\"" %f', ['/opt/My App/run', '--title', 'a "b"']],
  ['sh -c 100%%', ['sh', '-c', '100%']],
  ['', []],
])('reads the command line %j', (exec, words) => expect(commandLine(exec)).toEqual(words));

it('reads the main group alone, and not its translations', () => {
  expect(readDesktopEntry('org.xfce.mousepad', editor)).toEqual({
    id: 'org.xfce.mousepad',
    name: 'Mousepad',
    command: 'mousepad',
    args: [],
    icon: 'org.xfce.mousepad',
  });
});

it.each(['NoDisplay=true', 'Hidden=true', 'Terminal=true', 'Type=Link'])('offers nothing with %s', (line) => {
  const changed = editor
    .replace('Icon=', `${line}\nIcon=`)
    .replace(line === 'Type=Link' ? 'Type=Application\n' : '#', '');
  expect(readDesktopEntry('x', changed)).toBeNull();
});

it("takes the person's own file before the system's, and finds a program by any of its names", async () => {
  const home = await mkdtemp(join(tmpdir(), 'interlock-installed-'));
  try {
    const folders = applicationFolders({ HOME: home, XDG_DATA_DIRS: join(home, 'shared') });
    expect(folders).toEqual([join(home, '.local/share/applications'), join(home, 'shared/applications')]);
    for (const folder of folders) await mkdir(folder, { recursive: true });
    await writeFile(
      join(folders[0] ?? '', 'org.xfce.mousepad.desktop'),
      editor.replace('Name=Mousepad', 'Name=Notes'),
    );
    await writeFile(join(folders[1] ?? '', 'org.xfce.mousepad.desktop'), editor);
    await writeFile(join(folders[1] ?? '', 'galculator.desktop'), editor.replaceAll('ousepad', 'ath'));
    const programs = await installedPrograms([...folders, join(home, 'nowhere')]);
    expect(programs.map(({ name }) => name)).toEqual(['Math', 'Notes']);
    for (const name of ['notes', 'org.xfce.mousepad', 'Mousepad', 'not'])
      expect(programCalled(programs, name)?.name).toBe('Notes');
    expect(programCalled(programs, 'ma')?.name).toBe('Math');
    for (const name of ['', 'x']) expect(programCalled(programs, name)).toBeNull();
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});
