import { describe, expect, it } from 'vitest';
import { failed, ok } from '../contract/failure';
import { RunId } from '../contract/ids';
import { runRequest } from '../contract/run-request.fixture';
import { createRuns, type PrepareRun } from './runs';

const request = runRequest({ task: 'Read' });

/** Runs that are held open until the test lets them go on. */
function held() {
  const told: string[] = [];
  let prepared = (): void => {};
  let ended = (): void => {};
  const prepare: PrepareRun = async (id) => {
    await new Promise<void>((resolve) => {
      prepared = resolve;
    });
    return ok({
      begin: (stop) => {
        told.push(`${id} begins${stop.aborted ? `, stopped by ${String(stop.reason)}` : ''}`);
        stop.addEventListener('abort', () => told.push(`${id} is stopped by ${String(stop.reason)}`));
        return new Promise<void>((resolve) => {
          ended = resolve;
        });
      },
      override: ({ tool, override }) => told.push(`${id}: ${tool} is ${override ?? 'as declared'}`),
    });
  };
  let count = 0;
  const runs = createRuns({
    prepare,
    newId: () => RunId.parse(`run-${++count}`),
    changed: (active) => told.push(`active: ${active ?? 'none'}`),
    broke: (failure) => told.push(failure.sentence),
  });
  return { runs, told, letPrepare: () => prepared(), letEnd: () => ended() };
}

describe('createRuns', () => {
  it('lets one run go on at a time, and the next begin once all of it is recorded', async () => {
    const { runs, told, letPrepare, letEnd } = held();
    const first = runs.start(request);
    expect(await runs.start(request)).toMatchObject({ failure: { code: 'run_active' } });
    letPrepare();
    expect(await first).toEqual({ ok: true, value: { id: 'run-1' } });
    expect(runs.live).toBe('run-1');
    expect(await runs.start(request)).toMatchObject({ failure: { code: 'run_active' } });
    runs.stop('escape');
    expect(runs.live).toBe('run-1');
    letEnd();
    await runs.settled();
    expect(runs.live).toBeNull();
    const second = runs.start(request);
    letPrepare();
    expect((await second).ok).toBe(true);
    expect(told).toEqual([
      'run-1 begins',
      'active: run-1',
      'run-1 is stopped by escape',
      'active: none',
      'run-2 begins',
      'active: run-2',
    ]);
  });

  it('stops a run that is still being prepared as soon as it begins', async () => {
    const { runs, told, letPrepare } = held();
    const started = runs.start(request);
    runs.stop('button');
    letPrepare();
    await started;
    expect(told[0]).toBe('run-1 begins, stopped by button');
  });

  it('hands a word on a tool to the run under way, and to none that is only prepared or over', async () => {
    const { runs, told, letPrepare, letEnd } = held();
    const change = { tool: 'click', override: 'alone', remembered: false } as const;
    const nobody = { ok: false, failure: { code: 'not_found' } };
    expect(runs.override(change)).toMatchObject(nobody);
    const first = runs.start(request);
    expect(runs.override(change)).toMatchObject(nobody);
    letPrepare();
    await first;
    expect(runs.override(change)).toEqual({ ok: true, value: null });
    expect(told).toContain('run-1: click is alone');
    letEnd();
    await runs.settled();
    expect(runs.override({ ...change, override: null })).toMatchObject(nobody);
    expect(told.filter((line) => line.includes('click'))).toHaveLength(1);
  });

  it('stops the run and begins no other once it is closing', async () => {
    const { runs, told, letPrepare, letEnd } = held();
    const first = runs.start(request);
    letPrepare();
    await first;
    runs.close('window_closed');
    letEnd();
    await runs.settled();
    expect(told).toContain('run-1 is stopped by window_closed');
    expect(await runs.start(request)).toMatchObject({
      failure: { code: 'run_active', sentence: 'Interlock is closing.' },
    });
  });

  it('is free again after a run that could not be prepared, or broke', async () => {
    const told: string[] = [];
    let attempts = 0;
    const runs = createRuns({
      prepare: async () => {
        attempts += 1;
        if (attempts === 1) return failed('key_unavailable', 'No key.', 'Store one.');
        if (attempts === 2) throw new Error('no window');
        return ok({ begin: () => Promise.reject(new Error('lost')), override: () => undefined });
      },
      newId: () => RunId.parse('run-1'),
      changed: () => {},
      broke: ({ sentence }) => told.push(sentence),
    });
    expect(await runs.start(request)).toMatchObject({ failure: { code: 'key_unavailable' } });
    expect(await runs.start(request)).toMatchObject({
      failure: { code: 'internal', sentence: 'The run could not be prepared: no window' },
    });
    expect((await runs.start(request)).ok).toBe(true);
    await runs.settled();
    expect([told, runs.live]).toEqual([['The run broke: lost'], null]);
  });
});
