import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CallId, firstActor } from '../contract/ids';
import { defineTool } from './define-tool';
import type { ToolContext } from './tool';

const heard: unknown[] = [];
const greet = defineTool({
  name: 'greet',
  description: 'Says hello.',
  input: z.object({
    name: z.string().min(1).describe('Whom to greet'),
    times: z.int().min(1).default(1),
    at: z.object({ place: z.string() }).optional(),
  }),
  effect: 'read',
  reach: { reads: ['net:*'], writes: [] },
  footprint: ({ name }) => ({ reads: [`net:${name}`], writes: [] }),
  program: () => null,
  inWords: () => 'Do it',
  async run(input, context) {
    heard.push(input, context.callId);
    return {
      content: [{ type: 'text', text: `Hello ${input.name}` }],
      failure: null,
      delivery: null,
      value: null,
    };
  },
});

const context: ToolContext = {
  callId: CallId.parse('c1'),
  turn: 1,
  viewer: firstActor,
  sees: 'earlier_turns',
  signal: new AbortController().signal,
  emit: () => undefined,
  suspendLimit: () => () => undefined,
};

describe('defineTool', () => {
  it('tells the model what may be sent, not what comes out of the parse', () => {
    expect(greet.inputSchema).toEqual({
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1, description: 'Whom to greet' },
        times: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER, default: 1 },
        at: { type: 'object', properties: { place: { type: 'string' } }, required: ['place'] },
      },
      required: ['name'],
    });
  });

  it('hands the parsed input to the footprint and to the run', async () => {
    const prepared = greet.prepare({ name: 'ada' });
    if (prepared.kind === 'invalid') throw new Error(prepared.failure.sentence);
    expect(prepared.footprint).toEqual({ reads: ['net:ada'], writes: [] });
    const outcome = await prepared.run(context);
    expect(outcome.content).toEqual([{ type: 'text', text: 'Hello ada' }]);
    expect(heard).toEqual([{ name: 'ada', times: 1 }, 'c1']);
  });

  it('says which fields do not fit, and never runs', () => {
    heard.length = 0;
    const refused = greet.prepare({ name: '', at: { place: 3 } });
    expect(refused).toMatchObject({ kind: 'invalid', failure: { code: 'invalid_input' } });
    const sentence = refused.kind === 'invalid' ? refused.failure.sentence : '';
    expect(sentence).toContain('The input of greet does not fit: name: ');
    expect(sentence).toContain('; at.place: ');
    expect(heard).toEqual([]);
  });

  it('refuses at once an input that no model API can be told', () => {
    const text = {
      ...greet,
      input: z.string(),
      footprint: () => ({ reads: [], writes: [] }),
      program: () => null,
      inWords: () => 'Do it',
    };
    expect(() => defineTool({ ...text, run: () => Promise.reject(new Error('never')) })).toThrow(
      'the input of greet has to be an object',
    );
  });
});
