import { describe, expect, it } from 'vitest';
import type { Failure } from '../contract/failure';
import { firstActor } from '../contract/ids';
import { totalTokens } from '../contract/messages';
import { defaultLimits, type Limits } from '../contract/run-options';
import type { SettledCall } from '../scheduler/index';
import { answer, toolCall } from './held-model.fixture';
import type { AgentEffect, AgentInput, AgentState, RunRules, SoFar } from './state';
import { idle, step, takingOver } from './step';

/** A run of inputs, and what came of the last one, one short line an effect. */
function after(inputs: readonly AgentInput[], limits: Partial<Limits> = {}, turns = defaultLimits.turns) {
  const rules: RunRules = {
    actor: firstActor,
    viewer: firstActor,
    idPrefix: '',
    limits: { ...defaultLimits, ...limits },
    turns,
    parallelCalls: true,
    rereads: (tool) => tool === 'read',
  };
  let soFar: SoFar = { nextTurn: 1, turns: 0, tokens: 0 };
  let state: AgentState = idle(rules, 'Do it');
  let effects: readonly AgentEffect[] = [];
  for (const input of inputs) {
    ({ state, effects } = step(state, input, withUsed(soFar, input)));
    const asked = effects.filter((effect) => effect.type === 'ask').length;
    const used = withUsed(soFar, input);
    soFar = { ...used, nextTurn: used.nextTurn + asked, turns: used.turns + asked };
  }
  const asked = effects.find((effect) => effect.type === 'ask');
  return { state, effects, lines: effects.map(line), messages: asked?.messages ?? [] };
}

function withUsed(soFar: SoFar, input: AgentInput): SoFar {
  if (input.type !== 'model-responded') return soFar;
  return { ...soFar, tokens: soFar.tokens + totalTokens(input.usage) };
}

function line(effect: AgentEffect): string {
  switch (effect.type) {
    case 'emit': {
      const { body } = effect;
      if (body.type === 'call-proposed') return `${body.type} ${body.callId} ${body.index}`;
      return body.type === 'call-ended' ? `${body.type} ${body.callId} ${body.outcome}` : body.type;
    }
    case 'add-calls':
      return `${effect.last ? 'run' : 'begin'} ${effect.calls.map(({ id }) => id).join(' ')}`.trimEnd();
    case 'add-arriving':
    case 'input-whole':
      return `${effect.type} ${effect.call.id}`;
    case 'resume-arriving':
      return `${effect.type} ${effect.call}`;
    case 'set-aside':
      return `aside ${effect.calls.join(' ')}`.trimEnd();
    case 'end':
      return `end ${effect.status} ${effect.failure?.code ?? ''}`.trimEnd();
    case 'hand-over':
    case 'ask':
    case 'cancel':
      return effect.type;
  }
}

const start: AgentInput = { type: 'start' };
const stop: AgentInput = { type: 'stop-requested', by: 'button' };
const overloaded: Failure = { code: 'model_overloaded', sentence: 'Too busy.', next: 'Wait.' };

function responded(...[blocks, rest]: Parameters<typeof answer>): AgentInput {
  return { ...answer(blocks, rest), type: 'model-responded' };
}

function settled(...ids: readonly string[]): AgentInput {
  return settledCalls(...ids);
}

function settledCalls(...ids: readonly string[]) {
  const calls = ids.map(
    (id): SettledCall => ({
      result: {
        type: 'tool_result',
        id: toolCall(id, 'read').id,
        content: [{ type: 'text', text: `seen ${id}` }],
        isError: false,
      },
      outcome: 'succeeded',
      delivery: null,
      value: null,
      wrote: id.startsWith('w'),
    }),
  );
  return { type: 'calls-settled' as const, handedOver: null, calls };
}

const two = responded(['Looking.', toolCall('a', 'read'), toolCall('b', 'read')]);
const askedAgain = ['turn-started', 'model-requested', 'ask'];

describe('a turn', () => {
  it('asks, runs what the model asks for, and sends all results back in one message', () => {
    expect(after([start]).lines).toEqual(askedAgain);
    expect(after([start, two]).lines).toEqual([
      'model-responded',
      'call-proposed a 0',
      'call-proposed b 1',
      'run a b',
    ]);
    const next = after([start, two, settled('a', 'b')]);
    expect(next.lines).toEqual(askedAgain);
    expect(next.messages).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'Do it' }] },
      {
        role: 'assistant',
        content: answer(['Looking.', toolCall('a', 'read'), toolCall('b', 'read')]).content,
      },
      {
        role: 'user',
        content: [
          expect.objectContaining({
            id: 'a',
            content: [{ type: 'text', text: '<tool-data>\nseen a\n</tool-data>' }],
          }),
          expect.objectContaining({ id: 'b' }),
        ],
      },
    ]);
    expect(next.effects[1]).toMatchObject({ body: { turn: 2, messages: next.messages.slice(1) } });
  });

  it('is the last where the model asks for nothing', () => {
    expect(after([start, responded(['Done.'])]).lines).toEqual(['model-responded', 'end completed']);
  });

  it('keeps a model own ids, and makes one from what is missing, repeated or not allowed', () => {
    const first = [start, responded([toolCall('a', 'read'), toolCall('a', 'read'), toolCall('', 'read')])];
    expect(after(first).lines.at(-1)).toBe('run a a-2 call');
    const again = responded([
      toolCall('a', 'read'),
      toolCall('b c', 'read'),
      toolCall('x'.repeat(128), 'read'),
    ]);
    const lines = after([...first, settled('a', 'a-2', 'call'), again]).lines;
    expect(lines.at(-1)).toBe(`run a-3 b_c ${'x'.repeat(96)}`);
  });
});

describe('a call that begins before its input is whole', () => {
  const arriving: AgentInput = { type: 'call-arriving', tool: 'plan' };
  const lost: AgentInput = { type: 'attempt-lost' };
  const planned = responded([toolCall('toolu_1', 'plan', { tasks: [] }), toolCall('b', 'read')]);

  it('has an id of ours, and gets its input from the answer', () => {
    expect(after([start, arriving]).lines).toEqual(['call-proposed plan_1 0', 'add-arriving plan_1']);
    expect(after([start, arriving, planned]).lines).toEqual([
      'model-responded',
      'call-proposed b 1',
      'input-whole plan_1',
      'run b',
    ]);
  });

  it('goes on with the next attempt where its own is lost, and is told of where that has none', () => {
    expect(after([start, arriving, lost, arriving]).lines).toEqual(['resume-arriving plan_1', 'aside']);
    expect(after([start, arriving, lost, two]).lines.slice(-2)).toEqual(['call-proposed b 2', 'run a b']);
  });

  it('goes on with an answer that comes at one stroke, after what stands before it there', () => {
    const late = responded([toolCall('a', 'read'), toolCall('p', 'plan', {}), toolCall('c', 'read')]);
    expect(after([start, arriving, lost, late]).lines).toEqual([
      'call-proposed a 1',
      'begin a',
      'resume-arriving plan_1',
      'aside',
      'model-responded',
      'call-proposed c 2',
      'input-whole plan_1',
      'run c',
    ]);
  });

  it('is told of where it was cut off and the answer lacks it', () => {
    const cut = responded(['So'], { stopReason: 'max_tokens' });
    expect(after([start, arriving, cut]).lines).toEqual(['model-responded', 'run']);
    expect(() => after([start, arriving, responded([toolCall('a', 'read')])])).toThrow('does not ask for');
  });

  it('does not begin once the run is stopping', () => {
    expect(after([start, stop, arriving]).lines).toEqual([]);
    expect(after([start, arriving, stop]).lines).toEqual(['stop-requested', 'cancel', 'run']);
  });
});

describe('a call that began in an attempt which was lost', () => {
  const lost: AgentInput = { type: 'attempt-lost' };
  const ready = (...call: Parameters<typeof toolCall>): AgentInput => ({
    type: 'call-ready',
    call: toolCall(...call),
  });
  const begun = [start, ready('r', 'read'), ready('w', 'write', { on: 1 }), lost];

  it('is set aside, and is the same call once it is asked for again, under the id that it had', () => {
    expect(after([start, lost]).lines).toEqual([]);
    expect(after(begun).lines).toEqual(['aside r w']);
    expect(after([...begun, ready('x', 'read')]).lines).toEqual(['aside w']);
    expect(after([...begun, ready('x', 'read'), ready('y', 'write', { on: 1 })]).lines).toEqual(['aside']);
    const again = responded([toolCall('x', 'read'), toolCall('y', 'write', { on: 1 })]);
    const { lines, state } = after([...begun, ready('x', 'read'), ready('y', 'write', { on: 1 }), again]);
    expect(lines).toEqual(['model-responded', 'run']);
    expect(state).toMatchObject({ kind: 'calling', awaited: { order: ['r', 'w'], lost: [] } });
  });

  it('is set aside again where that attempt is lost too', () => {
    expect(after([...begun, ready('y', 'write', { on: 1 }), lost]).lines).toEqual(['aside r w']);
  });

  it('is another call where its input is another, whatever the id', () => {
    const { lines } = after([...begun, ready('w', 'write', { on: 2 })]);
    expect(lines).toEqual(['call-proposed w-2 2', 'begin w-2']);
  });

  it('is the same in an answer that comes at one stroke, with those before it begun first', () => {
    const late = responded([toolCall('n', 'new'), toolCall('y', 'write', { on: 1 }), toolCall('z', 'new')]);
    expect(after([...begun, late]).lines).toEqual([
      'call-proposed n 2',
      'begin n',
      'aside r',
      'model-responded',
      'call-proposed z 3',
      'run z',
    ]);
  });

  it('is read anew after a write that it had come before, but no write is made anew', () => {
    const write = ready('y', 'write', { on: 1 });
    expect(after([...begun, write, ready('x', 'read')]).lines).toEqual(['call-proposed x 2', 'begin x']);
    const other = [start, ready('w', 'write', { on: 1 }), ready('v', 'write', { on: 2 }), lost];
    const turned = [...other, ready('a', 'write', { on: 2 }), ready('b', 'write', { on: 1 })];
    expect(after(turned).lines).toEqual(['aside']);
  });

  it('is ended as unknown with the run that fails, and nothing waits for more to begin', () => {
    expect(after([...begun, { type: 'model-failed', failure: overloaded }]).lines).toEqual([
      'model-failed',
      'cancel',
      'run',
    ]);
  });
});

describe('an answer that is no good', () => {
  it('ends the run with the failure of the provider', () => {
    const { lines, state } = after([start, { type: 'model-failed', failure: overloaded }]);
    expect(lines).toEqual(['model-failed', 'end failed model_overloaded']);
    expect(state).toMatchObject({ kind: 'ended', ending: { failure: overloaded } });
  });

  it.each([
    ['refusal', ['No.'], 'model_refused'],
    ['end_turn', [], 'model_empty'],
    ['tool_use', ['Now:'], 'model_empty'],
    ['other', ['Hm'], 'model_failed'],
  ] as const)('with %s and %j ends as %s', (stopReason, blocks, code) => {
    expect(after([start, responded(blocks, { stopReason })]).lines).toEqual([
      'model-responded',
      `end failed ${code}`,
    ]);
  });

  it('never runs a call of an answer that was cut off, tells the model once, and then gives up', () => {
    const cut = responded([toolCall('a', 'write')], { stopReason: 'max_tokens' });
    const once = after([start, cut]);
    const refused = ['model-responded', 'call-proposed a 0', 'call-ended a skipped'];
    expect(once.lines).toEqual([...refused, ...askedAgain]);
    expect(JSON.stringify(once.messages.at(-1))).toContain('model_truncated:');
    expect(after([start, cut, cut]).lines).toEqual([
      'model-responded',
      'call-proposed a-2 0',
      'call-ended a-2 skipped',
      'end failed model_truncated',
    ]);
    const between = [start, cut, two, settled('a-2', 'b'), cut];
    expect(after(between).lines.slice(-3)).toEqual(askedAgain);
  });

  it('tells the model where nothing at all was left of its answer, and never sends an empty message', () => {
    const { lines, messages } = after([start, responded([' '], { stopReason: 'max_tokens' })]);
    expect(lines).toEqual(['model-responded', ...askedAgain]);
    expect(messages.map(({ role }) => role)).toEqual(['user', 'user']);
  });

  it('is asked again where the model only paused', () => {
    expect(after([start, responded(['Hm'], { stopReason: 'pause_turn' })]).lines).toEqual([
      'model-responded',
      ...askedAgain,
    ]);
  });
});

describe('a limit', () => {
  it('lets the calls of the last turn have their results, then ends the run', () => {
    expect(after([start, two], { turns: 1 }).lines.at(-1)).toBe('run a b');
    expect(after([start, two, settled('a', 'b')], { turns: 1 }).lines).toEqual(['end limit limit_turns']);
  });

  it('counts every token, those of the cache too', () => {
    const usage = { input: 250, output: 250, cacheRead: 250, cacheWrite: 250 };
    const costly = responded([toolCall('a', 'read')], { usage });
    expect(after([start, costly, settled('a')], { tokens: 1001 }).lines).toEqual(askedAgain);
    expect(after([start, costly, settled('a')], { tokens: 1000 }).lines).toEqual(['end limit limit_tokens']);
    expect(after([start, responded(['Done.'], { usage })], { tokens: 1000 }).lines.at(-1)).toBe(
      'end completed',
    );
  });

  it('of time ends whatever is under way', () => {
    const up: AgentInput = { type: 'time-is-up' };
    expect(after([start, two, up]).lines).toEqual(['stop-requested', 'cancel']);
    expect(after([start, two, up, settled('a', 'b')]).lines).toEqual(['end limit limit_minutes']);
  });
});

describe('a stop', () => {
  it('while the model answers waits for its last word', () => {
    expect(after([start, stop]).lines).toEqual(['stop-requested', 'cancel']);
    const failed: AgentInput = { type: 'model-failed', failure: { ...overloaded, code: 'cancelled' } };
    expect(after([start, stop, failed]).lines).toEqual(['model-failed', 'end stopped stopped']);
    expect(after([start, stop, two]).lines).toEqual([
      'model-responded',
      'call-proposed a 0',
      'call-proposed b 1',
      'call-ended a cancelled',
      'call-ended b cancelled',
      'end stopped stopped',
    ]);
  });

  it('before the start and a second time', () => {
    expect(after([stop]).lines).toEqual(['stop-requested', 'end stopped stopped']);
    expect(after([stop, start]).lines).toEqual([]);
    expect(after([start, stop, stop]).lines).toEqual([]);
  });
});

it('refuses loudly what cannot come', () => {
  expect(() => after([two])).toThrow("model-responded can't come while the agent is idle");
  expect(() => after([start, settled('a')])).toThrow("calls-settled can't come while the agent is asking");
});

describe('a conversation that is handed over', () => {
  const handed = (id: string): AgentInput => ({
    ...settledCalls('a', 'b'),
    handedOver: toolCall(id, 'read').id,
  });

  it('goes with the results of the turn to whoever takes it', () => {
    const { effects, lines } = after([start, two, handed('a')]);
    expect(lines).toEqual(['hand-over']);
    const [given] = effects.flatMap((effect) => (effect.type === 'hand-over' ? [effect.conversation] : []));
    expect(given?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    if (given === undefined) throw new Error('nothing was handed over');
    const taken = step(takingOver({ ...given.rules, idPrefix: 'a2_' }, given), start, {
      nextTurn: 2,
      turns: 1,
      tokens: 0,
    });
    expect(taken.effects.map(line)).toEqual(askedAgain);
    const [, requested, asked] = taken.effects;
    expect(asked).toMatchObject({ messages: given.messages });
    expect(requested).toMatchObject({ body: { messages: given.messages.slice(1) } });
  });

  it('stays where the call that gave it away is none of the turn', () => {
    expect(after([start, two, handed('older')]).lines).toEqual(askedAgain);
  });

  it('ends with the run that was stopped meanwhile', () => {
    expect(after([start, two, stop, handed('a')]).lines).toEqual(['end stopped stopped']);
  });
});

it('an agent that is called off ends as it would be stopped, and the run is not said to be', () => {
  const off: AgentInput = {
    type: 'called-off',
    failure: { code: 'cancelled', sentence: 'No.', next: 'Look.' },
  };
  expect(after([start, two, off]).lines).toEqual(['cancel']);
  expect(after([start, two, off, settled('a', 'b')]).lines).toEqual(['end stopped cancelled']);
  expect(after([off]).lines).toEqual(['end stopped cancelled']);
});

it('an agent ends where its own turns are used up, though the run has more', () => {
  const { lines, effects } = after([start, two, settled('a', 'b')], {}, 1);
  expect(lines).toEqual(['end limit limit_turns']);
  expect(effects[0]).toMatchObject({
    failure: { sentence: 'The agent had used up its 1 turn before it was done.' },
  });
});
