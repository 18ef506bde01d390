import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RunId } from '../contract/ids';
import { traceVersion } from '../contract/trace-event';
import { readTrace } from './reader';
import { endOf, startOf, turnOf } from './run.fixture';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-reader-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const whole = [startOf(RunId.parse('run-1')), ...turnOf(1), ...turnOf(2), endOf].map((body, index) =>
  JSON.stringify({
    seq: index + 1,
    at: { wall: 1_700_000_000_000 + index, mono: index, provenance: 'recorded' },
    ...body,
  }),
);

async function reading(content: string | Uint8Array) {
  const path = join(folder, 'trace.jsonl');
  writeFileSync(path, content);
  return readTrace(path);
}

async function refusal(content: string | Uint8Array) {
  const read = await reading(content);
  return read.ok ? null : [read.failure.code, read.failure.sentence];
}

describe('readTrace', () => {
  it('reads a whole recording as it is', async () => {
    const read = await reading(`${whole.join('\n')}\n`);
    expect(read.ok && read.value.events.map((event) => JSON.stringify(event))).toEqual(whole);
    expect(read.ok && read.value.model.phase).toMatchObject({ kind: 'ended', status: 'completed' });
  });

  it('drops a torn last line, says so, and ends the run, at whichever byte it was torn', async () => {
    const upTo = whole.slice(0, 12).join('\n');
    const torn = whole[12] ?? '';
    for (let cut = 1; cut < torn.length; cut += 1) {
      const read = await reading(`${upTo}\n${torn.slice(0, cut)}`);
      if (!read.ok) throw new Error(read.failure.sentence);
      const { events, model } = read.value;
      expect(read.value.torn).toBe(true);
      expect(events.slice(0, 12).map((event) => JSON.stringify(event))).toEqual(whole.slice(0, 12));
      expect(model.phase).toMatchObject({
        kind: 'ended',
        status: 'interrupted',
        failure: { sentence: expect.stringContaining('last line of the recording was cut off') as string },
      });
    }
  });

  it('says that a line after the end was cut off, where no event can', async () => {
    const torn = await reading(`${whole.join('\n')}\n{"seq":`);
    expect(torn).toMatchObject({
      ok: true,
      value: { torn: true, notes: ['The last line of the recording was cut off and is left out.'] },
    });
    expect(torn.ok && torn.value.events.length).toBe(whole.length);
    for (const content of [whole.join('\n'), `${whole.slice(0, 5).join('\n')}\n{"seq":`])
      expect(await reading(content)).toMatchObject({ ok: true, value: { notes: [] } });
  });

  it('takes zeros at the end, as a power cut leaves them, for a torn line', async () => {
    const read = await reading(`${whole.slice(0, 5).join('\n')}\n${'\0'.repeat(4096)}`);
    expect(read).toMatchObject({ ok: true, value: { torn: true } });
  });

  it('ends every call of an interrupted run: a write that had started has an unknown delivery', async () => {
    const started = whole.findIndex((line) => line.includes('"call-started"')) + 1;
    const read = await reading(`${whole.slice(0, started).join('\n')}\n`);
    if (!read.ok) throw new Error(read.failure.sentence);
    expect(read.value.events.slice(started)).toMatchObject([
      { type: 'call-ended', outcome: 'cancelled', delivery: 'unknown', at: { provenance: 'inferred' } },
      { type: 'run-ended', status: 'interrupted', at: { provenance: 'inferred' } },
    ]);
  });

  it('leaves a run that goes on open', async () => {
    const path = join(folder, 'trace.jsonl');
    writeFileSync(path, `${whole.slice(0, 4).join('\n')}\n`);
    expect(await readTrace(path, { live: true })).toMatchObject({
      ok: true,
      value: { events: { length: 4 }, model: { phase: { kind: 'running' } } },
    });
  });

  it('names the line where a recording is damaged, and why', async () => {
    const damagedAt = (index: number, line: string) => refusal(`${whole.with(index, line).join('\n')}\n`);
    expect(await damagedAt(5, '{"seq":6,')).toEqual([
      'trace_damaged',
      'This recording is damaged at line 6: it is not JSON.',
    ]);
    expect((await damagedAt(5, '{"seq":6}'))?.[1]).toMatch(/^This recording is damaged at line 6: .*type/);
    expect(await refusal(`${whole.toSpliced(7, 1).join('\n')}\n`)).toEqual([
      'trace_damaged',
      'This recording is damaged at line 8: event 9 stands where 8 should.',
    ]);
    expect(await refusal(`${whole.slice(1).join('\n')}\n`)).toEqual([
      'trace_damaged',
      'This recording is damaged at line 1: the lines before it are gone.',
    ]);
  });

  it('refuses a newer format by its number, before it looks at what it cannot know', async () => {
    const newer = { type: 'run-started', version: traceVersion + 1, runId: 'run-1', somethingNew: true };
    expect(await refusal(`${JSON.stringify(newer)}\n{"type":"new-thing"}\n`)).toEqual([
      'trace_too_new',
      `This recording was made by a newer Interlock (format ${traceVersion + 1}; this one reads up to ${traceVersion}).`,
    ]);
  });

  it.each([
    ['nothing', '', 'This file is empty.'],
    ['blank lines', '\n\n  \n', 'This file is empty.'],
    ['a start that was cut off', whole[0]?.slice(0, 60) ?? '', 'cut off before its first event'],
  ])('calls %s empty', async (_what, content, sentence) => {
    const refused = await refusal(content);
    expect(refused?.[0]).toBe('trace_empty');
    expect(refused?.[1]).toContain(sentence);
  });

  it.each([
    ['a web page or XML', '<!doctype html><title>x</title>'],
    ['plain text', 'Dear diary,\n'],
    ['a binary file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0])],
    ['an OpenTelemetry export', '{\n  "resourceSpans": []\n}'],
    ['a Langfuse export', '{"trace": {}, "observations": []}'],
    ['a Claude Code session', '{"type":"user","uuid":"1","sessionId":"2"}\n{}\n'],
    ['JSON of another kind', '[1, 2, 3]'],
  ])('says that a foreign file looks like %s', async (looks, content) => {
    expect(await refusal(content)).toEqual([
      'trace_foreign',
      `This is not a recording of Interlock: it looks like ${looks}.`,
    ]);
  });

  it('says that a path leads nowhere, or to a folder', async () => {
    expect(await readTrace(join(folder, 'none'))).toMatchObject({ failure: { code: 'trace_not_found' } });
    expect(await readTrace(folder)).toMatchObject({ failure: { code: 'trace_foreign' } });
  });
});
