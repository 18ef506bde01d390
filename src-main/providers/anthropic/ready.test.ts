import { describe, expect, it } from 'vitest';
import { heard, heardOut, heardUntil } from '../listen.fixture';
import { gate } from '../loopback-model.fixture';
import { messageEnd, messageStart, stage, stream, textBlock, toolBlock } from './loopback-anthropic.fixture';
import { call, hello, helloHeard, ready, request, responded, scripted } from './scripted-anthropic.fixture';

const a = call('toolu_a', 'read_file', { path: 'a.txt' });
const b = call('toolu_b', 'click', {});
const blockA = toolBlock(0, 'toolu_a', 'read_file', '{"path":', '"a.txt"}');
const now = Promise.resolve();

describe('a call is ready', () => {
  it('while the answer is still held back, as soon as the next block begins', async () => {
    const { opened, open } = gate();
    const { provider } = await scripted([
      {
        kind: 'stages',
        stages: [
          stage(now, [messageStart, ...blockA, toolBlock(1, 'toolu_b', 'click')[0]!]),
          stage(opened, [...toolBlock(1, 'toolu_b', 'click').slice(1), ...messageEnd('tool_use')]),
        ],
      },
    ]);
    const events = provider.respond(request, new AbortController().signal)[Symbol.asyncIterator]();
    const before = await heardUntil(events, ({ type }) => type === 'call-ready');
    expect(before.at(-1)).toEqual(ready(0, a));
    open();
    expect((await heardOut(events)).slice(1)).toEqual([ready(1, b), responded([a, b], 'tool_use')]);
  });

  it('while the answer is still held back, as soon as it is said why the model stopped', async () => {
    const { opened, open } = gate();
    const [delta, stop] = messageEnd('tool_use');
    const { provider } = await scripted([
      { kind: 'stages', stages: [stage(now, [messageStart, ...blockA, delta!]), stage(opened, [stop!])] },
    ]);
    const events = provider.respond(request, new AbortController().signal)[Symbol.asyncIterator]();
    await heardUntil(events, ({ type }) => type === 'call-ready');
    open();
    expect(await heardOut(events)).toEqual([responded([a], 'tool_use')]);
  });

  it('not because its own block is closed: the next thing said may be that the answer was cut off', async () => {
    const { provider } = await scripted([stream([messageStart, ...blockA, ...messageEnd('max_tokens')])]);
    const events = await heard(provider, request);
    expect(events.filter(({ type }) => type === 'call-ready')).toEqual([]);
    expect(events.at(-1)).toEqual(responded([], 'max_tokens'));
  });

  it('and never changes: more input for it is an answer that makes no sense', async () => {
    const more = {
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'input_json_delta', partial_json: ' ' },
    };
    const { provider } = await scripted([
      stream([messageStart, ...blockA, ...textBlock(1, 'So'), more, ...messageEnd('tool_use')]),
      stream(hello),
    ]);
    expect((await heard(provider, request)).slice(-4)).toEqual([
      expect.objectContaining({ type: 'retrying' }),
      ...helloHeard,
    ]);
  });
});
