import { describe, expect, it } from 'vitest';
import { asking } from '../consent/asking.fixture';
import type { Failure } from '../contract/failure';
import type { Footprint } from '../contract/footprint';
import { CallId, firstActor } from '../contract/ids';
import type { Overrides } from '../contract/run-options';
import type { TraceBody } from '../contract/trace-event';
import { executeTurn, modeRules } from '../scheduler/index';
import { heard, manualClock } from '../scheduler/manual-clock.fixture';
import type { Tool, ToolOutcome } from '../tools/tool';
import { prepareCall } from './prepare-calls';

const stopped: Failure = { code: 'stopped', sentence: 'You stopped the run.', next: 'Start it again.' };

/** `look` reads the screen, `press` writes it, `fetch` has nothing to do with it; each ends at once. */
const footprints: Readonly<Record<string, Footprint>> = {
  look: { reads: ['ui:x'], writes: [] },
  press: { reads: [], writes: ['ui:x'] },
  fetch: { reads: ['net:x'], writes: [] },
};

function turnOf(calls: readonly string[], overrides: Overrides = {}) {
  const { person, attention, bodies, answer, personUses } = asking();
  const ran: string[] = [];
  const tools = new Map(
    Object.entries(footprints).map(([name, footprint]): [string, Tool] => {
      const effect = footprint.writes.length > 0 ? 'write' : 'read';
      const outcome: ToolOutcome = {
        content: [],
        failure: null,
        delivery: effect === 'write' ? 'observed' : null,
        value: null,
      };
      const run = async () => {
        ran.push(name);
        return outcome;
      };
      const prepared = { footprint, program: 'Mousepad', inWords: `Do ${name}`, run };
      return [
        name,
        {
          name,
          description: name,
          effect,
          reach: footprint,
          hosts: false,
          inputSchema: {},
          prepare: () => ({ kind: 'prepared', ...prepared }),
        },
      ];
    }),
  );
  const clock = manualClock();
  const stop = new AbortController();
  const emit = (body: TraceBody) => void bodies.push(body);
  const overrideOf = (tool: string) => overrides[tool] ?? null;
  const common = {
    tools,
    overrideOf,
    consent: attention,
    approvals: 'sensitive' as const,
    turnLeave: null,
    turn: 1,
    viewer: firstActor,
    sees: 'earlier_turns' as const,
    emit,
  };
  const turn = executeTurn({
    turn: 1,
    rules: modeRules.mixed,
    overrideOf,
    slots: 10,
    callTimeoutMs: 1000,
    clock,
    emit,
    stop: stop.signal,
  });
  const proposed = calls.map((tool, index) => ({
    type: 'tool_call' as const,
    id: CallId.parse(`${tool}${index + 1}`),
    tool,
    input: {},
  }));
  turn.add(proposed.map((call) => prepareCall(common, call)));
  turn.close();
  return {
    person,
    personUses,
    ran,
    clock,
    bodies,
    results: turn.settled.then((settled) => settled.map(({ result }) => result)),
    log: () => bodies.map(line).filter((each) => !each.startsWith('queued')),
    async answer(ordinal: number, verdict: 'once' | 'run' | 'deny') {
      answer(ordinal, verdict);
      await heard();
    },
    async stop() {
      stop.abort(stopped);
      await heard();
      clock.advance(0);
      await heard();
    },
  };
}

function line(body: TraceBody): string {
  switch (body.type) {
    case 'call-queued':
      return `queued ${body.callId}`;
    case 'call-started':
      return `started ${body.callId}`;
    case 'call-ended':
      return `ended ${body.callId} ${body.outcome}`;
    case 'approval-asked':
      return `asked ${body.callId}`;
    case 'approval-answered':
      return `answered ${body.callId} ${body.outcome}`;
    default:
      return body.type;
  }
}

describe('a tool that the person wants to be asked about', () => {
  it('waits for its answer while independent reads go on and what depends on it does not', async () => {
    const turn = turnOf(['press', 'look', 'fetch', 'press'], { press: 'ask' });
    await heard();
    const waiting = ['started press1', 'asked press1', 'started fetch3', 'ended fetch3 succeeded'];
    expect(turn.log()).toEqual(waiting);
    turn.clock.advance(3_600_000);
    await heard();
    expect([turn.log(), turn.ran]).toEqual([waiting, ['fetch']]);
    await turn.answer(1, 'once');
    expect(turn.log().slice(4)).toEqual([
      'answered press1 once',
      'ended press1 succeeded',
      'started look2',
      'ended look2 succeeded',
      'started press4',
      'asked press4',
    ]);
    await turn.answer(2, 'deny');
    expect(turn.log().slice(10)).toEqual(['answered press4 deny', 'ended press4 failed']);
    expect(turn.ran).toEqual(['fetch', 'press', 'look']);
    expect((await turn.results)[3]?.content).toEqual([
      {
        type: 'text',
        text: 'not_approved: The person did not allow this: Do press in Mousepad. Nothing was done. Leave it out, and do not try another way to the same end.',
      },
    ]);
    expect(turn.clock.pending).toBe(0);
  });

  it('may be a read; several questions are open at once, and one word for the run answers them all', async () => {
    const turn = turnOf(['look', 'look', 'fetch'], { look: 'ask' });
    await heard();
    expect(turn.log()).toEqual([
      'started look1',
      'asked look1',
      'started look2',
      'asked look2',
      'started fetch3',
      'ended fetch3 succeeded',
    ]);
    await turn.answer(2, 'run');
    expect(turn.log().slice(6)).toEqual([
      'answered look2 run',
      'answered look1 run',
      'ended look2 succeeded',
      'ended look1 succeeded',
    ]);
  });

  it('takes what counted on it along where it is denied', async () => {
    const turn = turnOf(['press', 'look'], { press: 'ask' });
    await heard();
    await turn.answer(1, 'deny');
    expect(turn.log().slice(2)).toEqual([
      'answered press1 deny',
      'ended press1 failed',
      'ended look2 skipped',
    ]);
    expect(turn.ran).toEqual([]);
  });

  it('ends with the stop, its question withdrawn first', async () => {
    const turn = turnOf(['press', 'look'], { press: 'ask' });
    await heard();
    await turn.stop();
    expect(turn.log().slice(2)).toEqual([
      'ended look2 cancelled',
      'answered press1 withdrawn',
      'ended press1 cancelled',
    ]);
    expect([turn.ran, turn.clock.pending]).toEqual([[], 0]);
    expect(turn.bodies.at(-1)).toMatchObject({
      outcome: 'cancelled',
      failure: { next: 'Nothing was done.' },
    });
  });

  it('is told what it is about', async () => {
    const turn = turnOf(['fetch'], { fetch: 'ask' });
    await heard();
    expect(turn.bodies.find(({ type }) => type === 'approval-asked')).toMatchObject({
      approval: {
        reason: 'ask_me',
        program: 'Mousepad',
        sentence: 'Do fetch in Mousepad.',
        grants: 'Every fetch of this run, unasked.',
      },
    });
    await turn.answer(1, 'once');
  });
});

describe('while the person uses the desktop', () => {
  it('no write is begun and reads go on, until they say so', async () => {
    const held = turnOf(['look', 'press', 'fetch']);
    held.personUses('You moved the mouse.');
    await heard();
    held.clock.advance(3_600_000);
    await heard();
    expect(held.ran).toEqual(['look', 'fetch']);
    held.person.resume();
    await heard();
    expect(held.ran).toEqual(['look', 'fetch', 'press']);
    expect(held.log().slice(-3)).toEqual(['ended fetch3 succeeded', 'run-resumed', 'ended press2 succeeded']);
    expect((await held.results).map(({ isError }) => isError)).toEqual([false, false, false]);
  });

  it('a stop ends what waits, and nothing was done', async () => {
    const turn = turnOf(['look', 'press']);
    turn.personUses('You moved the mouse.');
    await heard();
    await turn.stop();
    expect([turn.ran, turn.log().at(-1)]).toEqual([['look'], 'ended press2 cancelled']);
  });
});
