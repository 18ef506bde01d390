import { describe, expect, it } from 'vitest';
import { asking, clicks, deletes, fillsIn } from './asking.fixture';

const allowed = { kind: 'allowed', typed: null };

describe('a question', () => {
  it('waits for the answer with the time limit at rest, and says both', async () => {
    const { attention, asker, answer, suspended, log, bodies } = asking();
    const said = attention.ask(deletes, asker('c1'));
    expect([log(), suspended()]).toEqual([['asked c1 q1'], 1]);
    expect(answer(1, 'once')).toEqual({ ok: true, value: null });
    expect(await said).toEqual(allowed);
    expect([log(), suspended()]).toEqual([['asked c1 q1', 'answered c1 q1 once'], 0]);
    const { grantKey: _key, accepts: _accepts, ...approval } = deletes;
    expect(bodies[0]).toMatchObject({ turn: 1, callId: 'c1', approval: { id: 'q1', ...approval } });
  });

  it('that is denied comes back with why, and what to do next', async () => {
    const { attention, asker, answer } = asking();
    const said = attention.ask(deletes, asker('c1'));
    answer(1, 'deny');
    expect(await said).toEqual({
      kind: 'denied',
      why: {
        code: 'not_approved',
        sentence: 'The person did not allow this: Press the button "Delete" in Mousepad.',
        next: 'Nothing was done. Leave it out, and do not try another way to the same end.',
      },
    });
  });

  it('that was allowed once is asked again; allowed for the run it is not, and what grants the same goes on too', async () => {
    const { attention, asker, answer, log } = asking();
    const first = attention.ask(deletes, asker('c1'));
    answer(1, 'once');
    await first;
    expect(attention.allows(deletes, asker('c2'))).toBe(false);
    const second = attention.ask(deletes, asker('c2'));
    const other = attention.ask({ ...deletes, grantKey: 'another' }, asker('c3'));
    const third = attention.ask(deletes, asker('c4'));
    answer(2, 'run');
    expect(await Promise.all([second, third])).toEqual([allowed, allowed]);
    expect(attention.allows(deletes, asker('c5'))).toBe(true);
    expect(await attention.ask(deletes, asker('c5'))).toEqual(allowed);
    answer(3, 'deny');
    await other;
    expect(log().slice(2)).toEqual([
      'asked c2 q2',
      'asked c3 q3',
      'asked c4 q4',
      'answered c2 q2 run',
      'answered c4 q4 run',
      'answered c3 q3 deny',
    ]);
  });

  it('is asked again where the person has said something new of the tool since they granted it', async () => {
    const { attention, asker, answer, log } = asking();
    const first = attention.ask(clicks, asker('c1'));
    answer(1, 'run');
    await first;
    attention.reconsider('type_text');
    expect(attention.allows(clicks, asker('c2'))).toBe(true);
    attention.reconsider('click');
    expect(attention.allows(clicks, asker('c2'))).toBe(false);
    void attention.ask(clicks, asker('c2'));
    expect(log().at(-1)).toBe('asked c2 q2');
  });

  it('that is one of several is answered by its id, in any order', async () => {
    const { attention, asker, answer, log } = asking();
    const first = attention.ask(deletes, asker('c1'));
    const second = attention.ask({ ...deletes, grantKey: 'another' }, asker('c2'));
    answer(2, 'deny');
    answer(1, 'once');
    expect((await Promise.all([first, second])).map(({ kind }) => kind)).toEqual(['allowed', 'denied']);
    expect(log().slice(2)).toEqual(['answered c2 q2 deny', 'answered c1 q1 once']);
  });

  it('is withdrawn the moment its call is cancelled, and an answer then finds nobody', async () => {
    const { attention, asker, answer, suspended, log } = asking();
    const call = new AbortController();
    const said = attention.ask(deletes, asker('c1', call.signal));
    call.abort();
    expect([log(), suspended()]).toEqual([['asked c1 q1', 'answered c1 q1 withdrawn'], 0]);
    expect(await said).toEqual({ kind: 'withdrawn' });
    expect(answer(1, 'once')).toMatchObject({ ok: false, failure: { code: 'not_found' } });
    expect(await attention.ask(deletes, asker('c2', call.signal))).toEqual({ kind: 'withdrawn' });
    expect(log()).toHaveLength(2);
  });

  it('whose call is cancelled while it is being asked is withdrawn', async () => {
    const { attention, asker, bodies, log } = asking();
    const call = new AbortController();
    const said = attention.ask(deletes, {
      ...asker('c1', call.signal),
      emit(body) {
        bodies.push(body);
        call.abort();
      },
    });
    expect(await said).toEqual({ kind: 'withdrawn' });
    expect(log()).toEqual(['asked c1 q1', 'answered c1 q1 withdrawn']);
  });
});

describe('what cannot be undone', () => {
  it('is not asked about where the person wants no such question', () => {
    const { attention, asker } = asking({ settings: { askBeforeDestructive: false } });
    expect(attention.allows(deletes, asker('c1'))).toBe(true);
    expect(attention.allows(clicks, asker('c1'))).toBe(false);
  });

  it('is not asked about twice where the person has just allowed that very call', async () => {
    const { attention, asker, answer } = asking();
    const said = attention.ask(clicks, asker('c1'));
    answer(1, 'run');
    await said;
    expect(attention.allows(deletes, asker('c1'))).toBe(true);
    expect(attention.allows(deletes, asker('c2'))).toBe(false);
    expect(attention.allows(clicks, asker('c2'))).toBe(true);
  });
});

describe('a secure field', () => {
  it('is asked about each time, and its secret goes to the call and into no event', async () => {
    const { attention, asker, answer, bodies } = asking({ settings: { askBeforeDestructive: false } });
    for (const [ordinal, call] of ['c1', 'c2'].entries()) {
      expect(attention.allows(fillsIn, asker(call))).toBe(false);
      const said = attention.ask(fillsIn, asker(call));
      answer(ordinal + 1, 'run', 'open sesame');
      expect(await said).toEqual({ kind: 'allowed', typed: 'open sesame' });
    }
    expect(bodies.map((body) => body.type === 'approval-answered' && body.outcome)).toEqual([
      false,
      'once',
      false,
      'once',
    ]);
    expect(JSON.stringify(bodies)).not.toContain('sesame');
  });

  it('is not filled in with nothing, and goes on waiting', async () => {
    const { attention, asker, answer, log } = asking();
    const said = attention.ask(fillsIn, asker('c1'));
    expect(answer(1, 'once')).toMatchObject({ failure: { code: 'invalid_input' } });
    expect(log()).toEqual(['asked c1 q1']);
    answer(1, 'deny', 'typed all the same');
    expect(await said).toMatchObject({ kind: 'denied' });
  });

  it('hands no secret to a question that asked for none', async () => {
    const { attention, asker, answer } = asking();
    const said = attention.ask(deletes, asker('c1'));
    answer(1, 'once', 'sesame');
    expect(await said).toEqual(allowed);
  });
});

describe('without a window', () => {
  it.each([
    ['nobody', 'The run goes on without a window, and nobody is there to be asked, so this was not done: '],
    ['none', 'The run was started with the word that nothing is approved, so this was not done: '],
  ] as const)('%s denies at once, and says why', async (answering, why) => {
    const { attention, asker, suspended, log } = asking({ answering });
    expect(await attention.ask(deletes, asker('c1'))).toMatchObject({
      kind: 'denied',
      why: { code: 'not_approved', sentence: why + deletes.sentence },
    });
    expect([log(), suspended()]).toEqual([['asked c1 q1', 'answered c1 q1 deny'], 0]);
  });

  it('all allows each question by itself, but types no secret', async () => {
    const { attention, asker, log } = asking({ answering: 'all' });
    expect(await attention.ask(deletes, asker('c1'))).toEqual(allowed);
    expect(attention.allows(deletes, asker('c2'))).toBe(false);
    expect(await attention.ask(fillsIn, asker('c2'))).toMatchObject({
      why: { sentence: `Nobody is there to type the secret, so this was not done: ${fillsIn.sentence}` },
    });
    expect(log()).toEqual(['asked c1 q1', 'answered c1 q1 once', 'asked c2 q2', 'answered c2 q2 deny']);
  });
});
