import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { answer, heldModel, toolCall } from '../agent/held-model.fixture';
import { startRun } from '../agent/run';
import { oneAgent } from '../agent/succession';
import { unaskedPerson } from '../bridge/consent.fixture';
import type { Footprint } from '../contract/footprint';
import { RunId } from '../contract/ids';
import { traceLegality } from '../contract/legality';
import { runRequest } from '../contract/run-request.fixture';
import type { TraceBody } from '../contract/trace-event';
import { heard, manualClock } from '../scheduler/manual-clock.fixture';
import { promised } from '../scheduler/promised';
import { defineTool } from '../tools/define-tool';
import type { Tool, ToolOutcome } from '../tools/tool';
import { runScriptTool } from './run-script-tool';
import { inThisThread } from './thread.fixture';

const footprints: Readonly<Record<string, Footprint>> = {
  look: { reads: ['ui:x'], writes: [] },
  press: { reads: [], writes: ['ui:x'] },
};

/** A run whose model writes one script; its calls stay open until the test releases them. */
async function running(source: string) {
  const model = heldModel();
  const clock = manualClock();
  const law = traceLegality();
  const bodies: TraceBody[] = [];
  const illegal: string[] = [];
  const open: Array<{ readonly tool: string; readonly end: (outcome: Partial<ToolOutcome>) => void }> = [];
  const viewers = new Set<string>();
  const tools = Object.entries(footprints).map(
    ([name, footprint]): Tool =>
      defineTool({
        name,
        description: `${name}.`,
        input: z.object({ n: z.number().optional() }),
        effect: footprint.writes.length > 0 ? 'write' : 'read',
        reach: footprint,
        footprint: () => footprint,
        program: () => null,
        inWords: () => name,
        run({ n }, { viewer }) {
          viewers.add(viewer);
          const work = promised<ToolOutcome>();
          const done = { content: [], failure: null, delivery: null, value: n ?? null };
          open.push({ tool: name, end: (outcome) => work.resolve({ ...done, ...outcome }) });
          return work.promise;
        },
      }),
  );
  const run = startRun({
    id: RunId.parse('scripted'),
    request: runRequest(),
    appVersion: '1.0.0',
    provider: model,
    tools: (scope) => [...tools, runScriptTool({ scope, mode: 'mixed', spawn: inThisThread, tools })],
    succession: oneAgent,
    consent: unaskedPerson,
    clock,
    emit(body) {
      bodies.push(body);
      const at = { wall: clock.wall(), mono: clock.now(), provenance: 'recorded' as const };
      const said = law.accept({ ...body, seq: bodies.length, at });
      if (said !== null) illegal.push(said);
    },
    signal: null,
    verify: null,
  });
  const settle = async () => {
    for (let moment = 0; moment < 12; moment += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await heard();
    }
  };
  await settle();
  model.say(answer([toolCall('s', 'run_script', { source })]));
  await vi.waitUntil(() => open.length > 0);
  await settle();
  return {
    run,
    model,
    law,
    illegal,
    /** For whom its calls looked. */
    viewers,
    /** The tools whose calls are open, in the order in which they started. */
    open: () => open.map(({ tool }) => tool),
    async release(outcome: Partial<ToolOutcome> = {}) {
      open.shift()?.end(outcome);
      await settle();
    },
    async stop() {
      run.stop('button');
      await settle();
      clock.advance(0);
      await settle();
      clock.advance(100);
      await settle();
    },
    log: () => bodies.map(line).filter((each) => each !== ''),
  };
}

function line(body: TraceBody): string {
  switch (body.type) {
    case 'actor-started':
      return `${body.actor} ${body.kind} begins`;
    case 'actor-ended':
      return `${body.actor} ${body.outcome}`;
    case 'turn-started':
      return `turn ${body.turn} of ${body.actor}`;
    case 'call-started':
      return `started ${body.callId}`;
    case 'call-ended':
      return `ended ${body.callId} ${body.outcome}`;
    default:
      return '';
  }
}

describe('run_script', () => {
  it('makes its calls in a turn of its own, together where they may, and gives back what it returns', async () => {
    const script = await running(
      `const [a, b] = await Promise.all([tools.look({ n: 2 }), tools.look({ n: 3 })]);
       await tools.press({});
       return a * b;`,
    );
    expect(script.open()).toEqual(['look', 'look']);
    await script.release();
    expect(script.open()).toEqual(['look']);
    await script.release();
    expect(script.open()).toEqual(['press']);
    await script.release({ delivery: 'observed' });
    expect(script.log()).toEqual([
      'turn 1 of a1',
      'started s',
      'a2 script begins',
      'turn 2 of a2',
      'started a2_2_1',
      'started a2_2_2',
      'ended a2_2_1 succeeded',
      'ended a2_2_2 succeeded',
      'started a2_2_3',
      'ended a2_2_3 succeeded',
      'a2 succeeded',
      'ended s succeeded',
      'turn 3 of a1',
    ]);
    const call = script.law.model.turns[0]?.calls[0];
    expect(call?.ended).toMatchObject({
      delivery: 'observed',
      content: [{ type: 'text', text: 'returned 6' }],
    });
    expect([...script.viewers], 'a script looks for its agent').toEqual(['a1']);
    expect(script.illegal).toEqual([]);
  });

  it('keeps calls that conflict apart, and skips what was asked for beside a write that failed', async () => {
    const script = await running(
      `const all = await Promise.allSettled([tools.press({}), tools.look({})]);
       print(all.map(({ status, reason }) => reason?.code ?? status).join());
       return await tools.look({ n: 1 });`,
    );
    expect(script.open()).toEqual(['press']);
    const failure = { code: 'stale_ref', sentence: 'It moved.', next: 'Look.' } as const;
    await script.release({ failure });
    expect(script.open()).toEqual(['look']);
    await script.release();
    expect(script.log().slice(-6, -1)).toEqual([
      'ended a2_2_2 skipped',
      'started a2_2_3',
      'ended a2_2_3 succeeded',
      'a2 succeeded',
      'ended s succeeded',
    ]);
    expect(script.law.model.turns[0]?.calls[0]?.ended?.content).toEqual([
      { type: 'text', text: 'stale_ref,skipped\nreturned 1\n2 of its 3 calls did not succeed.' },
    ]);
  });

  it('waits for a call that the script did not await', async () => {
    const script = await running('void tools.press({}); return 1;');
    expect(script.log().at(-1)).toBe('started a2_2_1');
    await script.release({ delivery: 'unknown' });
    expect(script.law.model.turns[0]?.calls[0]?.ended).toMatchObject({
      outcome: 'succeeded',
      delivery: 'unknown',
    });
  });

  it('says where it threw, and what had been done until then', async () => {
    const script = await running(`await tools.look({}); throw new Error('no such thing');`);
    await script.release();
    expect(script.law.model.turns[0]?.calls[0]?.ended?.failure).toMatchObject({
      code: 'script_failed',
      sentence: 'The script threw: no such thing. 1 call was made until then.',
    });
    expect(script.log()).toContain('a2 failed');
  });

  it('ends with the run, legally, with what was under way cancelled', async () => {
    const script = await running('await Promise.all([tools.look({}), tools.press({})]);');
    await script.stop();
    expect(await script.run.done).toBe('stopped');
    expect(script.log().slice(-4)).toEqual([
      'ended a2_2_2 cancelled',
      'ended a2_2_1 cancelled',
      'a2 cancelled',
      'ended s cancelled',
    ]);
    expect(script.illegal).toEqual([]);
  });
});
