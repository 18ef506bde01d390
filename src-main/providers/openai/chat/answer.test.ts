import { describe, expect, it } from 'vitest';
import { noUsage } from '../../../contract/messages';
import { heard } from '../../listen.fixture';
import { chatCall, chatEnd, chunk, doneMark, stream, toolChunk } from '../loopback-openai.fixture';
import { call, input, ready, request, responded, scripted, started, text } from '../scripted-openai.fixture';

const a = call('call_a', 'read_file', { path: 'a.txt' });
const b = call('call_b', 'read_file', { path: 'b.txt' });
const ofA = '{"path":"a.txt"}';
const ofB = '{"path":"b.txt"}';

/** What is heard of one answer. */
async function answering(events: readonly (object | string)[], after: 'end' | 'cut' = 'end') {
  const { provider } = await scripted('chat', [stream(events, after)], { maxRetries: 0 });
  return heard(provider, request);
}

describe('an answer of Chat Completions', () => {
  it('is heard block by block, with parallel calls', async () => {
    expect(
      await answering([
        chunk({ role: 'assistant', content: '' }),
        chunk({ content: 'I will ' }),
        chunk({ content: 'read both.' }),
        ...chatCall(0, 'call_a', 'read_file', '{"path":', '"a.txt"}'),
        ...chatCall(1, 'call_b', 'read_file', ofB),
        ...chatEnd('tool_calls'),
      ]),
    ).toEqual([
      started(0, 'text'),
      text(0, 'I will '),
      text(0, 'read both.'),
      started(1, 'tool_call', 'read_file'),
      input(1, '{"path":'),
      input(1, '"a.txt"}'),
      ready(1, a),
      started(2, 'tool_call', 'read_file'),
      input(2, ofB),
      ready(2, b),
      responded([{ type: 'text', text: 'I will read both.' }, a, b], 'tool_use'),
    ]);
  });

  it('is the same when it comes byte by byte', async () => {
    const given = { path: 'Grüße/日本/🙂.txt', 'a"b\\': [1, null, { deep: true }] };
    const { provider } = await scripted('chat', [
      stream(
        [
          chunk({ content: 'Grüße, 日本 🙂' }),
          ...chatCall(0, 'call_a', 'read_file', ...JSON.stringify(given).split('')),
          ...chatEnd('tool_calls'),
        ],
        'end',
        'bytewise',
      ),
    ]);
    expect((await heard(provider, request)).at(-1)).toEqual(
      responded([{ type: 'text', text: 'Grüße, 日本 🙂' }, call('call_a', 'read_file', given)], 'tool_use'),
    );
  });

  const whole = (index: number, id: string, json: string) =>
    toolChunk({ index, id, type: 'function', function: { name: 'read_file', arguments: json } });
  it.each([
    ['counts every call as the first', [whole(0, 'call_a', ofA), whole(0, 'call_b', ofB)]],
    [
      'sends both in one chunk, under one index',
      [
        chunk({
          tool_calls: [
            { index: 0, id: 'call_a', function: { name: 'read_file', arguments: ofA } },
            { index: 0, id: 'call_b', function: { name: 'read_file', arguments: ofB } },
          ],
        }),
      ],
    ],
    [
      'names no index',
      [
        toolChunk({ id: 'call_a', function: { name: 'read_file', arguments: '{"path":' } }),
        toolChunk({ function: { arguments: '"a.txt"}' } }),
        toolChunk({ id: 'call_b', function: { name: 'read_file', arguments: ofB } }),
      ],
    ],
    [
      'sends arguments as objects',
      [
        toolChunk({ index: 0, id: 'call_a', function: { name: 'read_file', arguments: { path: 'a.txt' } } }),
        toolChunk({ index: 1, id: 'call_b', function: { name: 'read_file', arguments: { path: 'b.txt' } } }),
      ],
    ],
    [
      'repeats id and name with every piece',
      [
        toolChunk({ index: 0, id: 'call_a', function: { name: 'read_file', arguments: '{"path":' } }),
        toolChunk({ index: 0, id: 'call_a', function: { name: 'read_file', arguments: '"a.txt"}' } }),
        whole(1, 'call_b', ofB),
      ],
    ],
    [
      'sends empty ids and null names after the first piece',
      [
        ...[
          { index: 0, id: 'call_a', function: { name: 'read_file', arguments: '' } },
          { index: 0, id: '', function: { name: null, arguments: ofA } },
        ].map(toolChunk),
        whole(1, 'call_b', ofB),
      ],
    ],
  ])('is understood of a server that %s', async (_what, calls) => {
    const events = await answering([...calls, ...chatEnd('tool_calls')]);
    expect(events.filter(({ type }) => type === 'call-ready')).toEqual([ready(0, a), ready(1, b)]);
    expect(events.at(-1)).toEqual(responded([a, b], 'tool_use'));
  });

  it('gives ids of its own to calls that come without, also where all are under one index', async () => {
    const without = (json: string) =>
      toolChunk({ index: 0, function: { name: 'read_file', arguments: json } });
    const events = await answering([without(ofA), without(ofB), ...chatEnd('stop')]);
    const own = [
      call('call_1_1', 'read_file', { path: 'a.txt' }),
      call('call_1_2', 'read_file', { path: 'b.txt' }),
    ];
    expect(events.at(-1)).toEqual(responded(own, 'tool_use'));
  });

  it('asks for calls also where the server says `stop`', async () => {
    expect(
      (await answering([...chatCall(0, 'call_a', 'read_file', ofA), ...chatEnd('stop')])).slice(-2),
    ).toEqual([ready(0, a), responded([a], 'tool_use')]);
  });

  it('has no usage and no price where none is told, and needs no [DONE]', async () => {
    expect(await answering([chunk({ content: 'Yes.' }), chunk({}, 'stop')])).toEqual([
      started(0, 'text'),
      text(0, 'Yes.'),
      responded([{ type: 'text', text: 'Yes.' }], 'end_turn', noUsage),
    ]);
  });

  it('is whole once it was said why it stopped, however the connection ends', async () => {
    const events = await answering(
      [...chatCall(0, 'call_a', 'read_file', ofA), chunk({}, 'tool_calls')],
      'cut',
    );
    expect(events.at(-1)).toEqual(responded([a], 'tool_use', noUsage));
  });

  it('is empty without a word or a call', async () => {
    expect(await answering([chunk({ role: 'assistant', content: null }), ...chatEnd('stop')])).toEqual([
      responded([]),
    ]);
  });

  it('takes a call without arguments as one with an empty input', async () => {
    const events = await answering([...chatCall(0, 'call_a', 'click'), ...chatEnd('tool_calls')]);
    expect(events.at(-1)).toEqual(responded([call('call_a', 'click', {})], 'tool_use'));
  });

  it('keeps arguments that are no JSON as the text they are, for the tool to refuse', async () => {
    const events = await answering([
      ...chatCall(0, 'call_a', 'click', '{ref: s1:e2'),
      ...chatEnd('tool_calls'),
    ]);
    expect(events.at(-1)).toEqual(responded([call('call_a', 'click', '{ref: s1:e2')], 'tool_use'));
  });

  it('tells what the model thinks, and keeps it', async () => {
    const events = await answering([
      chunk({ reasoning_content: 'Two ' }),
      chunk({ reasoning_content: 'files.', content: null }),
      ...chatCall(0, 'call_a', 'read_file', ofA),
      ...chatEnd('tool_calls'),
    ]);
    expect(events.slice(0, 3)).toEqual([started(0, 'thinking'), text(0, 'Two '), text(0, 'files.')]);
    const thought = { type: 'opaque', kind: 'reasoning_content', json: '"Two files."' };
    expect(events.at(-1)).toEqual(responded([thought, a], 'tool_use'));
  });

  it('loses the call in whose middle it was cut off, and keeps what came before', async () => {
    const events = await answering([
      ...chatCall(0, 'call_a', 'read_file', ofA),
      ...chatCall(1, 'call_b', 'read_file', '{"pa'),
      ...chatEnd('length'),
    ]);
    expect(events.filter(({ type }) => type === 'call-ready')).toEqual([ready(0, a)]);
    expect(events.at(-1)).toEqual(responded([a], 'max_tokens'));
  });

  it.each([
    ['content_filter', {}, 'refusal'],
    ['stop', { refusal: 'No.' }, 'refusal'],
    ['eos', { content: 'Yes.' }, 'other'],
  ])('that ends with %s says why it stopped', async (finish, delta, stopReason) => {
    expect((await answering([chunk(delta), ...chatEnd(finish)])).at(-1)).toMatchObject({ stopReason });
  });

  it('breaks where a call that was over goes on', async () => {
    const events = await answering([
      ...chatCall(0, 'call_a', 'read_file', ofA),
      ...chatCall(1, 'call_b', 'read_file', ofB),
      toolChunk({ index: 0, function: { arguments: '}' } }),
      ...chatEnd('tool_calls'),
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'failed', failure: { code: 'model_stream_broken' } });
  });

  it('is not over with [DONE] alone', async () => {
    const events = await answering([chunk({ content: 'So' }), doneMark]);
    expect(events.at(-1)).toMatchObject({ type: 'failed', failure: { code: 'model_stream_broken' } });
  });
});
