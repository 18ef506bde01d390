import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conflict } from '../contract/footprint';
import { listFilesTool } from './list-files';
import { readFileTool } from './read-file';
import type { Tool } from './tool';
import { textOf, tryTool } from './try-tool.fixture';
import { openWorkspace, type Workspace } from './workspace';
import { writeFileTool } from './write-file';

let home: string;
let workspace: Workspace;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interlock-workspace-'));
  await mkdir(join(home, 'work'));
  await writeFile(join(home, 'secret.txt'), 'not for the model');
  workspace = openWorkspace(join(home, 'work'));
});

afterEach(() => rm(home, { recursive: true, force: true }));

const inside = (path: string) => join(workspace.root, path);
const read = (input: unknown) => tryTool(readFileTool(workspace), input);
const write = (path: string, text: string) => tryTool(writeFileTool(workspace), { path, text });
const footprint = (tool: Tool, input: unknown) => {
  const prepared = tool.prepare(input);
  if (prepared.kind === 'invalid') throw new Error(prepared.failure.sentence);
  return prepared.footprint;
};

describe('write_file and read_file', () => {
  it('keep what was written, folders and all, and leave nothing else behind', async () => {
    const text = 'Grüße\n"quoted"\r\n';
    const outcome = await write('notes/new/today.txt', text);
    expect(outcome).toMatchObject({ failure: null, delivery: 'observed' });
    expect(textOf(outcome)).toBe('Wrote 18 bytes to notes/new/today.txt, and read them back.');
    expect(await readFile(inside('notes/new/today.txt'), 'utf8')).toBe(text);
    expect(await readdir(inside('notes/new'))).toEqual(['today.txt']);
    expect(textOf(await read({ path: 'notes/new/today.txt' }))).toBe(
      `file notes/new/today.txt, bytes 0 to 18 of 18\n${text}`,
    );
  });

  it('cut a long file between characters, and go on where it was cut', async () => {
    const text = 'ä€😀'.repeat(10_000);
    await writeFile(inside('long.txt'), text);
    const total = Buffer.byteLength(text);
    let got = '';
    let offset = 0;
    for (let part = 0; part < 10 && offset < total; part += 1) {
      const [heading = '', ...body] = textOf(await read({ path: 'long.txt', offset })).split('\n');
      const end = Number(/ to (\d+) of /.exec(heading)?.[1]);
      got += body[0];
      expect(body[1]).toBe(
        end === total ? undefined : `(cut: to go on, call read_file with offset: ${end}.)`,
      );
      offset = end;
    }
    expect(got === text).toBe(true);
  });

  it.each([
    ['binary', Buffer.from([1, 2, 0, 3])],
    ['not UTF-8', Buffer.from([0x41, 0xff, 0xfe, 0x42])],
  ])('refuse a file that is %s', async (_, bytes) => {
    await writeFile(inside('odd'), bytes);
    expect(await read({ path: 'odd' })).toMatchObject({
      failure: { code: 'unsupported', sentence: 'odd is not a text file in UTF-8.' },
    });
  });

  it('fail with what the disk says', async () => {
    expect((await read({ path: 'none.txt' })).failure).toEqual({
      code: 'not_found',
      sentence: 'Reading none.txt failed: there is no such file or folder.',
      next: 'List the folder to see what is there.',
    });
    await mkdir(inside('folder'));
    expect((await read({ path: 'folder' })).failure).toMatchObject({ code: 'io_failed' });
    const overFolder = await write('folder', 'x');
    expect(overFolder).toMatchObject({ delivery: null, failure: { code: 'io_failed' } });
    expect(await readdir(workspace.root)).toEqual(['folder']);
    await writeFile(inside('file'), 'x');
    expect((await write('file/below.txt', 'x')).failure).toMatchObject({ code: 'io_failed' });
  });

  it.skipIf(process.getuid?.() === 0)('leave the old file where the folder may not be written', async () => {
    await mkdir(inside('locked'));
    await writeFile(inside('locked/a.txt'), 'old');
    await chmod(inside('locked'), 0o500);
    expect((await write('locked/a.txt', 'new')).failure).toMatchObject({
      sentence: 'Writing locked/a.txt failed: access is denied.',
    });
    await chmod(inside('locked'), 0o700);
    expect(await readFile(inside('locked/a.txt'), 'utf8')).toBe('old');
  });
});

describe('the workspace', () => {
  const outsidePaths = ['../secret.txt', '/etc/passwd', 'a/../../secret.txt', '..'];

  it.each(outsidePaths)('is not left by %j', async (path) => {
    for (const outcome of [
      await read({ path }),
      await write(path, 'x'),
      await tryTool(listFilesTool(workspace), { path }),
    ]) {
      expect(outcome).toMatchObject({ content: [], delivery: null, failure: { code: 'outside_workspace' } });
    }
    expect(await readFile(join(home, 'secret.txt'), 'utf8')).toBe('not for the model');
  });

  it('is not left through links, neither to a file, nor to a folder, nor to what is not there yet', async () => {
    await symlink(join(home, 'secret.txt'), inside('link.txt'));
    await symlink(home, inside('up'));
    await symlink(join(home, 'later.txt'), inside('dangling.txt'));
    for (const path of ['link.txt', 'up/secret.txt', 'up/new.txt']) {
      expect((await read({ path })).failure?.code).toBe('outside_workspace');
      expect((await write(path, 'x')).failure?.code).toBe('outside_workspace');
    }
    await write('dangling.txt', 'x');
    expect((await readdir(home)).sort()).toEqual(['secret.txt', 'work']);
    expect(await readFile(join(home, 'secret.txt'), 'utf8')).toBe('not for the model');
  });

  it('holds a name that only looks like the way out', async () => {
    expect((await write('..name/file', 'x')).delivery).toBe('observed');
  });

  it('does not take a sibling with the same beginning for a part of itself', async () => {
    await mkdir(join(home, 'work-2'));
    expect((await write('../work-2/a', 'x')).failure?.code).toBe('outside_workspace');
  });
});

describe('footprints', () => {
  it('name one file alike whichever way leads to it', async () => {
    await mkdir(inside('real'));
    await symlink(inside('real'), inside('alias'));
    const written = footprint(writeFileTool(workspace), { path: 'real/a.txt', text: '' });
    const readOf = footprint(readFileTool(workspace), { path: './alias/../alias/a.txt' });
    expect(written).toEqual({ reads: [], writes: [`file:${inside('real/a.txt')}`] });
    expect(conflict(written, readOf)).toMatchObject({ kind: 'read_after_write' });
    const listed = footprint(listFilesTool(workspace), { path: 'real' });
    expect(conflict(written, listed)).toMatchObject({ kind: 'read_after_write' });
    expect(conflict(written, footprint(readFileTool(workspace), { path: 'other.txt' }))).toBeNull();
  });
});

describe('list_files', () => {
  it('lists files, folders and links, by name', async () => {
    await writeFile(inside('b.txt'), '12345');
    await mkdir(inside('a'));
    await symlink(home, inside('out'));
    await symlink(inside('a'), inside('in'));
    expect(textOf(await tryTool(listFilesTool(workspace), {})).split('\n')).toEqual([
      'folder ., 4 entries',
      '"a" folder',
      '"b.txt" 5 bytes',
      '"in" link',
      '"out" link that leads outside',
    ]);
  });

  it('cuts a long list and goes on', async () => {
    await Promise.all(
      Array.from({ length: 450 }, (_, index) => writeFile(inside(`${1000 + index}.txt`), '')),
    );
    const first = textOf(await tryTool(listFilesTool(workspace), {})).split('\n');
    expect(first.at(-1)).toBe('(cut: to go on, call list_files with from: 401.)');
    const rest = textOf(await tryTool(listFilesTool(workspace), { from: 401 })).split('\n');
    expect([...first.slice(1, -1), ...rest.slice(1)]).toHaveLength(450);
  });
});
