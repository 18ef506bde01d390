import { describe, expect, it } from 'vitest';
import type { Failure } from '../contract/failure';
import { heldTurn } from './held-turn.fixture';

const stopped: Failure = { code: 'stopped', sentence: 'You stopped the run.', next: 'Start it again.' };
const gone: Failure = { code: 'stale_ref', sentence: 'The button is gone.', next: 'Take a snapshot.' };
const readsAndWrites = { a: 'r ui', b: 'r ui', c: 'w ui', d: 'r ui', e: 'r net:x' };

describe('sequential', () => {
  it('runs the first call and defers the others with a truthful result', async () => {
    const turn = heldTurn({ mode: 'sequential' }, { a: 'r ui', b: 'r ui', c: 'w ui' });
    expect(turn.log).toEqual(['queued a read', 'ended b deferred', 'ended c deferred', 'started a']);
    await turn.release('a', { content: [{ type: 'text', text: 'seen' }] });
    expect(turn.log.slice(4)).toEqual(['ended a succeeded']);
    const [first, second] = await turn.results;
    expect(first).toEqual({
      type: 'tool_result',
      id: 'a',
      content: [{ type: 'text', text: 'seen' }],
      isError: false,
    });
    expect(second).toMatchObject({ id: 'b', isError: true });
    expect(second?.content).toEqual([
      {
        type: 'text',
        text:
          'deferred: This run allows one call a turn, so b was not run. ' +
          'Look at the result of the first call, then ask for this one again if it is still wanted.',
      },
    ]);
  });
});

describe('batch', () => {
  it('runs everything at once and records each conflict as it comes about', async () => {
    const turn = heldTurn({ mode: 'batch' }, readsAndWrites);
    expect(turn.log).toEqual([
      'queued a read',
      'queued b read',
      'queued c write',
      'queued d read',
      'queued e read',
      'started a',
      'started b',
      'started c',
      'write_after_read a c on ui',
      'write_after_read b c on ui',
      'started d',
      'read_after_write c d on ui',
      'started e',
    ]);
  });

  it('keeps to the slots, and starts the next in the order of the model', async () => {
    const turn = heldTurn({ mode: 'batch', slots: 2 }, readsAndWrites);
    turn.log.length = 0;
    await turn.release('b');
    await turn.release('c', { delivery: 'observed' });
    expect(turn.log).toEqual([
      'ended b succeeded',
      'started c',
      'write_after_read a c on ui',
      'ended c succeeded observed',
      'started d',
    ]);
  });

  it('skips nothing after a failed write', async () => {
    const turn = heldTurn({ mode: 'batch', slots: 1 }, { a: 'w ui', b: 'w ui' });
    await turn.release('a', { failure: gone, delivery: 'contradicted' });
    expect(turn.log.slice(2)).toEqual(['started a', 'ended a failed contradicted', 'started b']);
  });

  it('judges by what the person says of a tool', () => {
    const asRead = heldTurn({ mode: 'batch', overrides: { a: 'read' } }, { a: 'w ui', b: 'r ui' });
    expect(asRead.log).toEqual(['queued a read', 'queued b read', 'started a', 'started b']);
    const asWrite = heldTurn({ mode: 'batch', overrides: { b: 'write' } }, { a: 'r ui', b: 'r ui' });
    expect(asWrite.log.slice(2)).toEqual(['started a', 'started b', 'write_after_read a b on ui']);
    const unknown = heldTurn({ mode: 'batch', overrides: { b: 'write' } }, { a: 'r file:/x', b: 'r' });
    expect(unknown.log.at(-1)).toBe('write_after_read a b on file:/x');
  });
});

describe('mixed', () => {
  it('overlaps reads and lets each call wait for the earlier ones that it conflicts with', async () => {
    const turn = heldTurn({ mode: 'mixed' }, readsAndWrites);
    expect(turn.log).toEqual([
      'queued a read',
      'queued b read',
      'queued c write >a >b',
      'queued d read >c',
      'queued e read',
      'started a',
      'started b',
      'started e',
    ]);
    turn.log.length = 0;
    await turn.release('b');
    await turn.release('a');
    await turn.release('c', { delivery: 'observed' });
    await turn.release('e');
    await turn.release('d');
    expect(turn.log).toEqual([
      'ended b succeeded',
      'ended a succeeded',
      'started c',
      'ended c succeeded observed',
      'started d',
      'ended e succeeded',
      'ended d succeeded',
    ]);
    expect((await turn.results).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('keeps two writers of one file in order, and another beside them', async () => {
    const turn = heldTurn({ mode: 'mixed' }, { a: 'w file:/x', b: 'w file:/x', c: 'w file:/y' });
    await turn.release('a', { delivery: 'observed' });
    expect(turn.log.slice(3)).toEqual(['started a', 'started c', 'ended a succeeded observed', 'started b']);
  });

  it('skips what counted on a failed write, names why, and runs the rest', async () => {
    const turn = heldTurn(
      { mode: 'mixed' },
      { a: 'w ui', b: 'w ui file:/x', c: 'r file:/x', d: 'w file:/y' },
    );
    const fresh = [{ type: 'text' as const, text: 'snapshot s2' }];
    await turn.release('a', { failure: gone, content: fresh });
    expect(turn.log.slice(4)).toEqual([
      'started a',
      'started d',
      'ended a failed',
      'ended b skipped',
      'ended c skipped',
    ]);
    await turn.release('d', { delivery: 'observed' });
    const [a, b, c, d] = await turn.results;
    expect(a?.content).toEqual([
      { type: 'text', text: 'stale_ref: The button is gone. Take a snapshot.' },
      ...fresh,
    ]);
    expect(b?.content).toEqual([
      {
        type: 'text',
        text:
          'skipped: b was not run, because a (a), asked for before it, did not succeed: ' +
          'stale_ref: The button is gone. Look at what came back with that call, then decide again.',
      },
    ]);
    expect(JSON.stringify(c?.content)).toContain('because b (b), asked for before it, was skipped too.');
    expect(d?.isError).toBe(false);
  });

  it('skips after a write whose arrival nobody saw, but not after a failed read', async () => {
    const unsure = heldTurn({ mode: 'mixed' }, { a: 'w ui', b: 'r ui' });
    await unsure.release('a', { delivery: 'unknown' });
    expect(unsure.log.slice(3)).toEqual(['ended a succeeded unknown', 'ended b skipped']);
    const read = heldTurn({ mode: 'mixed' }, { a: 'r ui', b: 'w ui' });
    await read.release('a', { failure: gone });
    expect(read.log.slice(3)).toEqual(['ended a failed', 'started b']);
  });

  it('runs nothing of the turn beside a tool that is to be alone', async () => {
    const turn = heldTurn({ mode: 'mixed', overrides: { b: 'alone' } }, { a: 'r x', b: 'r y', c: 'r z' });
    expect(turn.log).toEqual(['queued a read', 'queued b read >a', 'queued c read >b', 'started a']);
    await turn.release('a');
    await turn.release('b');
    expect(turn.log.slice(4)).toEqual(['ended a succeeded', 'started b', 'ended b succeeded', 'started c']);
  });

  it('never starts a call that is refused, and treats it as a failed write to everything', async () => {
    const turn = heldTurn({ mode: 'mixed' }, { a: 'r x', b: 'refused', c: 'r y' });
    expect(turn.log).toEqual([
      'queued a read',
      'queued b write >a',
      'ended b failed',
      'queued c read >b',
      'started a',
      'ended c skipped',
    ]);
    await turn.release('a');
    expect((await turn.results)[1]?.content).toEqual([
      { type: 'text', text: 'invalid_input: It does not fit. Correct it.' },
    ]);
  });
});

describe('a call that does not behave', () => {
  it('fails as tool_threw, and a write is then of unknown delivery', async () => {
    const turn = heldTurn({ mode: 'mixed' }, { a: 'w ui', b: 'r net:x' });
    await turn.break('a', new Error('no such window'));
    await turn.break('b', new Error('no such host'));
    expect(turn.log.slice(4)).toEqual(['ended a failed unknown', 'ended b failed']);
    expect((await turn.results)[0]?.content).toEqual([
      {
        type: 'text',
        text: 'tool_threw: a broke: no such window Look at the target before you repeat it: it may have arrived.',
      },
    ]);
  });

  it('ends at its time limit, is aborted, and what it says later is dropped', async () => {
    const turn = heldTurn({ mode: 'mixed' }, { a: 'w ui', b: 'w ui', c: 'r net:x' });
    turn.clock.advance(999);
    expect(turn.log.slice(3)).toEqual(['started a', 'started c']);
    turn.clock.advance(1);
    expect(turn.log.slice(5)).toEqual(['ended a timed_out unknown', 'ended b skipped', 'ended c timed_out']);
    expect(turn.signals.get('a')?.aborted).toBe(true);
    const results = await turn.results;
    await turn.release('a', { delivery: 'observed' });
    expect(turn.log).toHaveLength(8);
    expect(results.map(({ isError }) => isError)).toEqual([true, true, true]);
    expect(turn.clock.pending).toBe(0);
  });
});

describe('a stop', () => {
  it('starts nothing more, and ends what is held although it hangs', async () => {
    const turn = heldTurn({ mode: 'mixed' }, { a: 'w ui', b: 'w ui', c: 'r net:x' });
    turn.log.length = 0;
    await turn.stop(stopped);
    expect(turn.log).toEqual(['ended b cancelled', 'ended a cancelled unknown', 'ended c cancelled']);
    const [a, b] = await turn.results;
    expect(a?.content).toEqual([
      {
        type: 'text',
        text:
          'cancelled: You stopped the run. a was still running. ' +
          'Look at the target before you repeat it: it may have arrived.',
      },
    ]);
    expect(b?.content).toEqual([
      { type: 'text', text: 'cancelled: You stopped the run. b never started. Nothing was done.' },
    ]);
    await turn.release('a');
    expect(turn.log).toHaveLength(3);
    expect(turn.clock.pending).toBe(0);
  });

  it('believes what a tool says of itself in the same tick', async () => {
    const knows = heldTurn(
      {
        mode: 'batch',
        onAbort: (call) => {
          if (call === 'a') return { failure: { ...stopped, code: 'cancelled' }, delivery: 'sent' };
          return call === 'b' ? { delivery: 'observed' } : new Error('aborted');
        },
      },
      { a: 'w x', b: 'w y', c: 'w z', d: 'r v' },
    );
    knows.log.length = 0;
    await knows.stop(stopped);
    expect(knows.log).toEqual([
      'ended a cancelled sent',
      'ended b succeeded observed',
      'ended c cancelled unknown',
      'ended d cancelled',
    ]);
  });

  it('that had come before lets nothing start', async () => {
    const turn = heldTurn({ mode: 'mixed', stoppedBefore: true }, { a: 'w ui', b: 'refused', c: 'r net:x' });
    expect(turn.log).toEqual(['ended a cancelled', 'ended b cancelled', 'ended c cancelled']);
    expect((await turn.results).map(({ isError }) => isError)).toEqual([true, true, true]);
  });

  it('while a call is being started keeps it and the next from running', async () => {
    const turn = heldTurn({ mode: 'batch', stopAt: 'started a' }, { a: 'w x', b: 'r y' });
    await turn.stop(stopped);
    expect(turn.log.slice(2)).toEqual(['started a', 'ended b cancelled', 'ended a cancelled unknown']);
    expect([...turn.signals.keys()]).toEqual([]);
  });

  it('leaves nothing to start where it came first', async () => {
    const turn = heldTurn({ mode: 'batch', slots: 1 }, { a: 'r x', b: 'r y' });
    await turn.stop(stopped);
    await turn.release('a');
    expect(turn.log.slice(2)).toEqual(['started a', 'ended b cancelled', 'ended a cancelled']);
  });
});

describe('calls that nobody asks for any more', () => {
  const calls = { a: 'w ui', b: 'w ui', c: 'r ui' } as const;
  const arriving = (mode: 'mixed' | 'batch' = 'mixed') => heldTurn({ mode, isArriving: true }, calls);

  it('do not start, keep those that come after them waiting, and are withdrawn when no more calls come', async () => {
    const turn = arriving();
    await turn.setAside('b');
    await turn.release('a', { delivery: 'observed' });
    expect(turn.log.slice(3)).toEqual(['started a', 'ended a succeeded observed']);
    await turn.close();
    expect(turn.log.slice(5)).toEqual(['ended b skipped', 'started c']);
    await turn.release('c');
    expect((await turn.results)[1]?.content[0]).toMatchObject({
      text: expect.stringContaining('The answer that asked for b was lost on its way') as string,
    });
  });

  it('start once they are asked for again', async () => {
    const turn = arriving();
    await turn.setAside('b', 'c');
    await turn.release('a', { delivery: 'observed' });
    await turn.setAside('c');
    expect(turn.log.at(-1)).toBe('started b');
  });

  it('go on where they had started, and count as what they did', async () => {
    const turn = arriving();
    await turn.setAside('a');
    await turn.close();
    expect(turn.signals.get('a')?.aborted).toBe(false);
    await turn.release('a', { delivery: 'unknown' });
    expect(turn.log.slice(-3)).toEqual(['ended a succeeded unknown', 'ended b skipped', 'ended c skipped']);
  });

  it('keep nothing from running by having failed before they did anything', async () => {
    const turn = arriving();
    await turn.setAside('a');
    await turn.release('a', { failure: gone, delivery: null });
    expect(turn.log.slice(-2)).toEqual(['ended a failed', 'started b']);
  });

  it('are told to end where they wait for the person', async () => {
    const turn = arriving();
    turn.limits.get('a')?.suspend();
    await turn.setAside('a');
    expect(turn.signals.get('a')?.aborted).toBe(false);
    await turn.close();
    expect(turn.signals.get('a')?.aborted).toBe(true);
  });

  it('in batch are not started by the end of the answer', async () => {
    const turn = arriving('batch');
    await turn.setAside('a');
    await turn.close();
    expect(turn.log.filter((each) => / a/.test(each))).toEqual(['queued a write', 'ended a skipped']);
  });
});
