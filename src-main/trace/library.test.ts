import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../contract/failure';
import { BlobId, RunId } from '../contract/ids';
import type { TraceBody } from '../contract/trace-event';
import { systemClock } from '../system-clock';
import { exportRecording } from './export';
import { type Library, openLibrary } from './library';
import { openedFiles } from './opened-files';
import { createRecorder } from './recorder';
import { redactor } from './redact';
import { endOf, startOf, turnOf } from './run.fixture';

let home: string;
let library: Library;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'interlock-library-'));
  library = openLibrary(home, (demo) => `Demo ${demo}`);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.sentence);
  return result.value;
}

/** @returns the blob that was written with it */
async function record(name: string, bodies: readonly TraceBody[], wall = 1): Promise<BlobId> {
  const recorder = createRecorder({
    folder: library.folderOf(RunId.parse(name)),
    clock: { wall: () => wall, now: systemClock.now },
    redact: redactor(() => []),
    heard: () => {},
    onBroken: (failure) => expect.unreachable(failure.sentence),
    onIllegal: (why) => expect.unreachable(why),
  });
  bodies.forEach(recorder.emit);
  const blob = recorder.keepBlob(new TextEncoder().encode(JSON.stringify({ of: name })));
  await recorder.close();
  return blob;
}

const one = RunId.parse('run-one');
const two = RunId.parse('run-two');
/** The same, but asked of a real model. */
function ofAModel(body: TraceBody): TraceBody {
  if (body.type !== 'run-started') return body;
  return { ...body, request: { ...body.request, model: { provider: 'anthropic', name: 'a-model' } } };
}

const whole = (id: RunId, task?: string) => [startOf(id, task), ...turnOf(1), endOf];

describe('openLibrary', () => {
  it('lists the newest first, with numbers, also what can no longer be read', async () => {
    await record('run-one', whole(one, 'First task\nwith details'), 10);
    await record('run-two', [ofAModel(startOf(two)), ...turnOf(1)], 20);
    mkdirSync(join(home, 'recordings', 'run-bad'), { recursive: true });
    writeFileSync(join(home, 'recordings', 'run-bad', 'trace.jsonl'), '<html>');
    mkdirSync(join(home, 'recordings', 'Not A Run'));

    const rows = valueOf(await library.list(null));
    expect(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toMatchObject([
      { id: 'run-bad', summary: null, failure: { code: 'trace_foreign' } },
      { id: 'run-one', name: 'Demo four-reads', startedAt: 10, summary: { status: 'completed', calls: 1 } },
      { id: 'run-two', name: 'Read the tickets', startedAt: 20, summary: { status: 'interrupted' } },
    ]);
    expect(rows.filter(({ failure }) => failure === null).map(({ id }) => id)).toEqual([
      'run-two',
      'run-one',
    ]);
  });

  it('answers from the index until a recording changes', async () => {
    await record('run-one', [startOf(one), ...turnOf(1)]);
    await library.list(null);
    const index = join(home, 'recordings', 'index.json');
    const doctored = (await readFile(index, 'utf8')).replace('"turns":1', '"turns":7');
    writeFileSync(index, doctored);
    expect(valueOf(await library.list(null))[0]?.summary?.turns).toBe(7);
    const end = { seq: 14, at: { wall: 1, mono: 1e6, provenance: 'recorded' }, ...endOf };
    appendFileSync(join(library.folderOf(one), 'trace.jsonl'), `${JSON.stringify(end)}\n`);
    expect(valueOf(await library.list(null))[0]?.summary).toMatchObject({ turns: 1, status: 'completed' });
    writeFileSync(index, 'nonsense');
    expect(valueOf(await library.list(null))[0]?.summary?.turns).toBe(1);
  });

  it('shows the run that goes on as running, and does not remember it so', async () => {
    await record('run-one', [startOf(one), ...turnOf(1)]);
    expect(valueOf(await library.list(one))[0]?.summary?.status).toBe('running');
    expect(valueOf(await library.open(one, one))).toMatchObject({ live: true, events: { length: 13 } });
    expect(valueOf(await library.list(null))[0]?.summary?.status).toBe('interrupted');
  });

  it('renames, in the list and when opened', async () => {
    await record('run-one', whole(one));
    await library.list(null);
    valueOf(await library.rename(one, 'My run'));
    expect(valueOf(await library.list(null))[0]?.name).toBe('My run');
    expect(valueOf(await library.open(one, null)).name).toBe('My run');
    expect(await library.rename(two, 'x')).toMatchObject({ failure: { code: 'trace_not_found' } });
  });

  it('deletes, restores, and forgets what lies in the trash when told to', async () => {
    await record('run-one', whole(one));
    valueOf(await library.remove(one));
    expect(valueOf(await library.list(null))).toEqual([]);
    expect(await library.open(one, null)).toMatchObject({ failure: { code: 'trace_not_found' } });
    valueOf(await library.restore(one));
    expect(valueOf(await library.open(one, null)).events).toHaveLength(14);
    valueOf(await library.remove(one));
    valueOf(await library.emptyTrash());
    expect(await library.restore(one)).toMatchObject({ failure: { code: 'trace_not_found' } });
  });

  it('hands out a blob only whole, and never what a link points at', async () => {
    const blob = await record('run-one', whole(one));
    expect(JSON.parse(valueOf(await library.blob(one, blob)).toString())).toEqual({ of: 'run-one' });
    const stranger = BlobId.parse('0'.repeat(64));
    symlinkSync('/etc/hostname', join(library.folderOf(one), 'blobs', stranger));
    expect(await library.blob(one, stranger)).toMatchObject({ failure: { code: 'blob_missing' } });
    writeFileSync(join(library.folderOf(one), 'blobs', blob), 'changed');
    expect(await library.blob(one, blob)).toMatchObject({ failure: { code: 'blob_missing' } });
  });
});

describe('openedFiles', () => {
  it('opens an exported recording by file and by folder, and finds the blobs beside it', async () => {
    const blob = await record('run-one', whole(one));
    const away = join(home, 'away');
    valueOf(await exportRecording(library.folderOf(one), join(away, 'copy.jsonl')));
    valueOf(await library.remove(one));
    const files = openedFiles(library);
    const opened = valueOf(await files.open(join(away, 'copy.jsonl'), null));
    expect(opened).toMatchObject({ id: 'run-one', name: 'copy', origin: 'file', live: false });
    expect(valueOf(await files.open(away, null)).events).toEqual(opened.events);
    expect(JSON.parse(valueOf(await files.blob(one, blob)).toString())).toEqual({ of: 'run-one' });
    expect(existsSync(join(away, 'meta.json'))).toBe(false);
  });

  it('hands on what the reading came upon, from the library and from elsewhere', async () => {
    await record('run-one', whole(one));
    const away = join(home, 'away');
    valueOf(await exportRecording(library.folderOf(one), join(away, 'copy.jsonl')));
    const files = openedFiles(library);
    const copy = join(away, 'copy.jsonl');
    expect(valueOf(await files.open(copy, null)).notes).toEqual([]);
    for (const path of [copy, join(library.folderOf(one), 'trace.jsonl')]) {
      appendFileSync(path, '{"seq":');
      expect(valueOf(await files.open(path, null)).notes).toEqual([
        'The last line of the recording was cut off and is left out.',
      ]);
    }
  });

  it('knows one of the library’s own by its place', async () => {
    await record('run-one', whole(one));
    const opened = await openedFiles(library).open(join(library.folderOf(one), 'trace.jsonl'), null);
    expect(valueOf(opened).origin).toBe('library');
  });

  it('says why a path does not lead to one recording', async () => {
    const files = openedFiles(library);
    expect(await files.open(join(home, 'none'), null)).toMatchObject({
      failure: { code: 'trace_not_found' },
    });
    expect(await files.open(home, null)).toMatchObject({
      failure: { sentence: expect.stringContaining('holds no recording') as string },
    });
  });
});
