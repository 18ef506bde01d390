import { describe, expect, it } from 'vitest';
import { heard, heardOut, heardUntil } from '../listen.fixture';
import { gate } from '../loopback-model.fixture';
import {
  callItem,
  chatCall,
  chatEnd,
  chunk,
  messageItem,
  responseCreated,
  responseEnd,
  stage,
  stream,
} from './loopback-openai.fixture';
import { call, ready, request, responded, scripted } from './scripted-openai.fixture';

const a = call('call_a', 'read_file', { path: 'a.txt' });
const b = call('call_b', 'click', {});
const cases = {
  chat: {
    first: chatCall(0, 'call_a', 'read_file', '{"path":', '"a.txt"}'),
    second: chatCall(1, 'call_b', 'click', '{}'),
    words: [chunk({ content: 'So' })],
    end: chatEnd('tool_calls'),
    cut: chatEnd('length'),
  },
  responses: {
    first: [responseCreated, ...callItem(0, 'call_a', 'read_file', '{"path":', '"a.txt"}')],
    second: callItem(1, 'call_b', 'click', '{}'),
    words: messageItem(1, 'So'),
    end: [responseEnd('completed')],
    cut: [responseEnd('incomplete', { incomplete_details: { reason: 'max_output_tokens' } })],
  },
} as const;

describe.each(['chat', 'responses'] as const)('over %s a call is ready', (api) => {
  const { first, second, words, end, cut } = cases[api];
  const now = Promise.resolve();

  it('while the answer is still held back, as soon as the next call begins', async () => {
    const { opened, open } = gate();
    const stages = [stage(now, [...first, second[0]!]), stage(opened, [...second.slice(1), ...end])];
    const { provider } = await scripted(api, [{ kind: 'stages', stages }]);
    const events = provider.respond(request, new AbortController().signal)[Symbol.asyncIterator]();
    const before = await heardUntil(events, ({ type }) => type === 'call-ready');
    expect(before.at(-1)).toEqual(ready(0, a));
    open();
    const after = await heardOut(events);
    expect(after.slice(-2)).toEqual([ready(1, b), responded([a, b], 'tool_use')]);
    expect(after.filter(({ type }) => type === 'call-ready')).toHaveLength(1);
  });

  it('while the answer is still held back, as soon as the model says something else', async () => {
    const { opened, open } = gate();
    const stages = [stage(now, [...first, words[0]]), stage(opened, [...words.slice(1), ...end])];
    const { provider } = await scripted(api, [{ kind: 'stages', stages }]);
    const events = provider.respond(request, new AbortController().signal)[Symbol.asyncIterator]();
    await heardUntil(events, ({ type }) => type === 'call-ready');
    open();
    expect((await heardOut(events)).at(-1)).toEqual(responded([a, { type: 'text', text: 'So' }], 'tool_use'));
  });

  it('not because its own input is whole: the next thing said may be that the answer was cut off', async () => {
    const { provider } = await scripted(api, [stream([...first, ...cut])]);
    const events = await heard(provider, request);
    expect(events.filter(({ type }) => type === 'call-ready')).toEqual([]);
    expect(events.at(-1)).toEqual(responded([], 'max_tokens'));
  });
});

it('over chat a call is ready when it is said why the model stopped, with usage and [DONE] still to come', async () => {
  const { opened, open } = gate();
  const [finish, ...rest] = cases.chat.end;
  const stages = [stage(Promise.resolve(), [...cases.chat.first, finish!]), stage(opened, rest)];
  const { provider } = await scripted('chat', [{ kind: 'stages', stages }]);
  const events = provider.respond(request, new AbortController().signal)[Symbol.asyncIterator]();
  await heardUntil(events, ({ type }) => type === 'call-ready');
  open();
  expect(await heardOut(events)).toEqual([responded([a], 'tool_use')]);
});
