import { describe, expect, it } from 'vitest';
import type { Message } from '../../contract/messages';
import { heard } from '../listen.fixture';
import { block, messageEnd, messageStart, stream, textBlock, toolBlock } from './loopback-anthropic.fixture';
import {
  call,
  hello,
  input,
  ready,
  request,
  responded,
  scripted,
  started,
} from './scripted-anthropic.fixture';

describe('an answer', () => {
  it('is heard block by block, with parallel calls', async () => {
    const { provider } = await scripted([
      stream([
        messageStart,
        ...textBlock(0, 'I will ', 'read both.'),
        ...toolBlock(1, 'toolu_a', 'read_file', '', '{"path": "a', '.txt"}'),
        ...toolBlock(2, 'toolu_b', 'read_file', '{"path":"b.txt"}'),
        ...messageEnd('tool_use'),
      ]),
    ]);
    expect(provider.label).toBe('claude-sonnet-4-6');
    expect(await heard(provider, request)).toEqual([
      started(0, 'text'),
      { type: 'text', block: 0, text: 'I will ' },
      { type: 'text', block: 0, text: 'read both.' },
      started(1, 'tool_call', 'read_file'),
      input(1, '{"path": "a'),
      input(1, '.txt"}'),
      ready(1, call('toolu_a', 'read_file', { path: 'a.txt' })),
      started(2, 'tool_call', 'read_file'),
      input(2, '{"path":"b.txt"}'),
      ready(2, call('toolu_b', 'read_file', { path: 'b.txt' })),
      responded(
        [
          { type: 'text', text: 'I will read both.' },
          call('toolu_a', 'read_file', { path: 'a.txt' }),
          call('toolu_b', 'read_file', { path: 'b.txt' }),
        ],
        'tool_use',
      ),
    ]);
  });

  it('is the same when it comes byte by byte, in characters of several bytes and in pieces of JSON', async () => {
    const input = { path: 'Grüße/日本/🙂.txt', 'a"b\\': [1, null, { deep: true }] };
    const { provider } = await scripted([
      stream(
        [
          messageStart,
          ...textBlock(0, 'Grüße, 日本 🙂'),
          ...toolBlock(1, 'toolu_a', 'read_file', ...JSON.stringify(input).split('')),
          ...messageEnd('tool_use'),
        ],
        'end',
        'bytewise',
      ),
    ]);
    expect((await heard(provider, request)).at(-1)).toEqual(
      responded([{ type: 'text', text: 'Grüße, 日本 🙂' }, call('toolu_a', 'read_file', input)], 'tool_use'),
    );
  });

  it('is the same wherever one input is cut in two', async () => {
    const input = { path: 'ä🙂"\\.txt', n: -1.5e3 };
    const json = JSON.stringify(input);
    const cuts = [...Array(json.length + 1).keys()];
    const { provider } = await scripted([
      stream([
        messageStart,
        ...cuts.flatMap((at) => toolBlock(at, `toolu_${at}`, 'read_file', json.slice(0, at), json.slice(at))),
        ...messageEnd('tool_use'),
      ]),
    ]);
    expect((await heard(provider, request)).at(-1)).toEqual(
      responded(
        cuts.map((at) => call(`toolu_${at}`, 'read_file', input)),
        'tool_use',
      ),
    );
  });

  it('takes a call without any input as one with an empty input', async () => {
    const { provider } = await scripted([
      stream([messageStart, ...toolBlock(0, 'toolu_a', 'snapshot', ''), ...messageEnd('tool_use')]),
    ]);
    expect((await heard(provider, request)).at(-1)).toEqual(
      responded([call('toolu_a', 'snapshot', {})], 'tool_use'),
    );
  });

  it('keeps thoughts and unknown blocks untouched, and passes unknown events and pings over', async () => {
    const { provider, running } = await scripted([
      stream([
        { type: 'ping' },
        messageStart,
        ...block(0, { type: 'thinking', thinking: '', signature: '' } as never, [
          { type: 'thinking_delta', thinking: 'Two ' } as never,
          { type: 'thinking_delta', thinking: 'files.' } as never,
          { type: 'signature_delta', signature: 'c2ln' } as never,
        ]),
        { type: 'ping' },
        ...block(1, { type: 'redacted_thinking', data: 'opaque' } as never, []),
        { type: 'weather_report', sky: 'clear' } as never,
        ...block(2, { type: 'from_the_future', payload: { a: [1] } } as never, []),
        ...block(3, { type: 'from_the_future', payload: 1 } as never, [
          { type: 'payload_delta', more: 2 } as never,
        ]),
        ...textBlock(4, 'Yes.'),
        ...messageEnd('end_turn'),
      ]),
      stream(hello),
    ]);
    const events = await heard(provider, request);
    const thought = { type: 'thinking', thinking: 'Two files.', signature: 'c2ln' };
    const redacted = { type: 'redacted_thinking', data: 'opaque' };
    const future = { type: 'from_the_future', payload: { a: [1] } };
    const content = [
      { type: 'opaque', kind: 'thinking', json: JSON.stringify(thought) },
      { type: 'opaque', kind: 'redacted_thinking', json: JSON.stringify(redacted) },
      { type: 'opaque', kind: 'from_the_future', json: JSON.stringify(future) },
      { type: 'text', text: 'Yes.' },
    ] as const;
    expect(events).toEqual([
      started(0, 'thinking'),
      { type: 'text', block: 0, text: 'Two ' },
      { type: 'text', block: 0, text: 'files.' },
      started(1, 'thinking'),
      started(2, 'other'),
      started(3, 'other'),
      started(4, 'text'),
      { type: 'text', block: 4, text: 'Yes.' },
      responded([...content]),
    ]);
    const messages: Message[] = [
      ...request.messages,
      { role: 'assistant', content: [...content] },
      { role: 'user', content: [{ type: 'text', text: 'Go on.' }] },
    ];
    await heard(provider, { ...request, messages });
    expect(running.asked[1]?.body).toMatchObject({
      messages: [
        { role: 'user' },
        { role: 'assistant', content: [thought, redacted, future, { type: 'text', text: 'Yes.' }] },
        { role: 'user' },
      ],
    });
  });

  it('loses the call in whose middle it was cut off, and keeps what came before', async () => {
    const { provider } = await scripted([
      stream([
        messageStart,
        ...toolBlock(0, 'toolu_a', 'read_file', '{"path":"a.txt"}'),
        ...toolBlock(1, 'toolu_b', 'read_file', '{"pa'),
        ...messageEnd('max_tokens'),
      ]),
    ]);
    expect((await heard(provider, request)).slice(2)).toEqual([
      ready(0, call('toolu_a', 'read_file', { path: 'a.txt' })),
      started(1, 'tool_call', 'read_file'),
      input(1, '{"pa'),
      responded([call('toolu_a', 'read_file', { path: 'a.txt' })], 'max_tokens'),
    ]);
  });

  it('loses a call that was cut off before its input began', async () => {
    const { provider } = await scripted([
      stream([messageStart, ...toolBlock(0, 'toolu_a', 'snapshot'), ...messageEnd('max_tokens')]),
    ]);
    expect((await heard(provider, request)).at(-1)).toEqual(responded([], 'max_tokens'));
  });

  it.each([
    ['refusal', 'refusal'],
    ['end_turn', 'end_turn'],
    ['pause_turn', 'pause_turn'],
    ['something_new', 'other'],
  ])('without a block says why it stopped: %s', async (said, stopReason) => {
    const { provider } = await scripted([stream([messageStart, ...messageEnd(said)])]);
    expect(await heard(provider, request)).toEqual([responded([], stopReason)]);
  });

  it('that outgrew the model is a failure', async () => {
    const { provider } = await scripted([
      stream([messageStart, ...textBlock(0, 'So'), ...messageEnd('model_context_window_exceeded')]),
    ]);
    expect((await heard(provider, request)).at(-1)).toMatchObject({
      type: 'failed',
      failure: { code: 'model_truncated' },
    });
  });

  it('has no cost where the price is not known', async () => {
    const { provider } = await scripted([stream(hello)], { model: 'claude-of-tomorrow' });
    expect((await heard(provider, request)).at(-1)).toMatchObject({ type: 'responded', costUsd: null });
  });
});
