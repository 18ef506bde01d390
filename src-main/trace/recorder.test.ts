import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstActor, RunId } from '../contract/ids';
import type { TraceEvent } from '../contract/trace-event';
import { readTrace } from './reader';
import { createRecorder } from './recorder';
import { redactor } from './redact';
import { endOf, snapshotTaken, startOf, turnOf } from './run.fixture';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'interlock-recorder-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function recording(heard: (event: TraceEvent) => void) {
  let now = 1000;
  const clock = { wall: () => 1_700_000_000_000 + now, now: () => now++ };
  const folder = join(home, 'recordings', 'run-1');
  const recorder = createRecorder({
    folder,
    clock,
    redact: redactor(() => []),
    heard,
    onBroken: (failure) => expect.unreachable(failure.sentence),
    onIllegal: (why) => expect.unreachable(why),
  });
  return { recorder, folder, file: join(folder, 'trace.jsonl') };
}

describe('createRecorder', () => {
  it('shows an event only after its line was written, numbered and timed', async () => {
    const heard: TraceEvent[] = [];
    const { recorder, file } = recording((event) => {
      heard.push(event);
      const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
      expect(lines.slice(0, heard.length).map((line) => JSON.parse(line) as unknown)).toEqual(heard);
    });
    for (const body of [startOf(RunId.parse('run-1')), ...turnOf(1), endOf]) recorder.emit(body);
    await recorder.close();
    expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, index) => index + 1));
    const moments = heard.map(({ at }) => at.mono);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    expect(new Set(moments).size).toBeGreaterThan(heard.length / 2);
    expect(heard.map(({ type }) => type)).toEqual([
      'run-started',
      'turn-started',
      'model-requested',
      'model-block-started',
      'model-text',
      'model-text',
      'model-text',
      'model-responded',
      'call-proposed',
      'call-queued',
      'call-started',
      'epoch-advanced',
      'call-ended',
      'run-ended',
    ]);
    expect(await readTrace(file)).toMatchObject({ ok: true, value: { events: heard, torn: false } });
  });

  it('writes that a write begins, and all before it, before the write can begin', async () => {
    const { recorder, file } = recording(() => {});
    const typesIn = () =>
      readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as TraceEvent).type);
    recorder.emit(startOf(RunId.parse('run-1')));
    expect(typesIn()).toEqual(['run-started']);
    const begins = turnOf(1).findIndex(({ type }) => type === 'call-started');
    turnOf(1).slice(0, begins).forEach(recorder.emit);
    expect(typesIn()).toEqual(['run-started']);
    turnOf(1)
      .slice(begins, begins + 1)
      .forEach(recorder.emit);
    expect(typesIn().slice(-2)).toEqual(['call-queued', 'call-started']);
    await recorder.close();
  });

  it('tells of what waits a moment later, unasked', async () => {
    const told = await new Promise<TraceEvent>((resolve) => {
      const { recorder } = recording((event) => {
        if (event.type === 'turn-started') resolve(event);
      });
      recorder.emit(startOf(RunId.parse('run-1')));
      recorder.emit({ type: 'turn-started', turn: 1, actor: firstActor });
    });
    expect(told.seq).toBe(2);
  });

  it('writes a blob once, whole, named by its hash and without secrets', () => {
    const { recorder, folder } = recording(() => {});
    const secret = new TextEncoder().encode(
      JSON.stringify({ name: 'Key:\nsk-ant-api03-abcDEF0123456789xyz "quoted"' }),
    );
    const id = recorder.keepBlob(secret);
    expect(recorder.keepBlob(secret)).toBe(id);
    recorder.emit(startOf(RunId.parse('run-1')));
    recorder.emit({ type: 'turn-started', turn: 1, actor: firstActor });
    recorder.emit(snapshotTaken(1, id));
    expect(readdirSync(join(folder, 'blobs'))).toEqual([id]);
    const stored = readFileSync(join(folder, 'blobs', id), 'utf8');
    expect(JSON.parse(stored)).toEqual({ name: 'Key:\n[redacted] "quoted"' });
    expect(recorder.keepBlob(new Uint8Array([0x89, 2]))).not.toBe(id);
  });

  it('writes nothing once it is closed: the descriptor may be another file by then', async () => {
    const folder = join(home, 'recordings', 'run-2');
    const broken: string[] = [];
    const recorder = createRecorder({
      folder,
      clock: { wall: () => 0, now: () => 0 },
      redact: redactor(() => []),
      heard: () => {},
      onBroken: ({ sentence }) => broken.push(sentence),
      onIllegal: (why) => expect.unreachable(why),
    });
    recorder.emit(startOf(RunId.parse('run-2')));
    await recorder.close();
    const other = openSync(join(home, 'other'), 'w');
    recorder.emit({ type: 'turn-started', turn: 1, actor: firstActor });
    expect(recorder.broken).not.toBeNull();
    closeSync(other);
    expect(readFileSync(join(home, 'other'), 'utf8')).toBe('');
    expect(broken).toEqual(['The recording could not be written: the recording is closed.']);
  });

  it('refuses to write over a recording that is there', () => {
    recording(() => {});
    expect(() => recording(() => {})).toThrow('EEXIST');
  });
});
