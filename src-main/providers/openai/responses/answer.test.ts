import { describe, expect, it } from 'vitest';
import type { Message } from '../../../contract/messages';
import { heard } from '../../listen.fixture';
import {
  callItem,
  item,
  messageItem,
  responseCreated,
  responseEnd,
  stream,
} from '../loopback-openai.fixture';
import {
  call,
  hello,
  input,
  ready,
  request,
  responded,
  scripted,
  started,
  text,
} from '../scripted-openai.fixture';

const a = call('call_a', 'read_file', { path: 'a.txt' });
const b = call('call_b', 'click', {});

async function answering(events: readonly object[]) {
  const { provider } = await scripted('responses', [stream(events)], { maxRetries: 0 });
  return heard(provider, request);
}

describe('an answer of the Responses API', () => {
  it('is heard item by item, with parallel calls', async () => {
    expect(
      await answering([
        responseCreated,
        ...messageItem(0, 'I will ', 'read both.'),
        ...callItem(1, 'call_a', 'read_file', '{"path":', '"a.txt"}'),
        ...callItem(2, 'call_b', 'click', '{}'),
        responseEnd('completed'),
      ]),
    ).toEqual([
      started(0, 'text'),
      text(0, 'I will '),
      text(0, 'read both.'),
      started(1, 'tool_call', 'read_file'),
      input(1, '{"path":'),
      input(1, '"a.txt"}'),
      ready(1, a),
      started(2, 'tool_call', 'click'),
      input(2, '{}'),
      ready(2, b),
      responded([{ type: 'text', text: 'I will read both.' }, a, b], 'tool_use'),
    ]);
  });

  it('hands reasoning back untouched, and lets go of what is only a number', async () => {
    const thought = {
      type: 'reasoning',
      id: 'rs_1',
      summary: [{ type: 'summary_text', text: 'Two files.' }],
      encrypted_content: 'gAAAA==',
      from_the_future: { a: [1] },
    };
    const { provider, running } = await scripted('responses', [
      stream([
        responseCreated,
        ...item(
          0,
          { type: 'reasoning', id: 'rs_1', summary: [] },
          [{ type: 'response.reasoning_summary_text.delta', summary_index: 0, delta: 'Two files.' }],
          thought,
        ),
        ...item(1, { type: 'reasoning', id: 'rs_2', summary: [] }, [], {
          type: 'reasoning',
          id: 'rs_2',
          summary: [],
        }),
        ...callItem(2, 'call_a', 'read_file', '{"path":"a.txt"}'),
        responseEnd('completed'),
      ]),
      stream(hello.responses),
    ]);
    const events = await heard(provider, request);
    const content = [{ type: 'opaque', kind: 'reasoning', json: JSON.stringify(thought) }, a];
    expect(events.slice(0, 2)).toEqual([started(0, 'thinking'), text(0, 'Two files.')]);
    expect(events.at(-1)).toEqual(responded(content, 'tool_use'));
    const messages = [
      ...request.messages,
      { role: 'assistant', content },
      { role: 'user', content: [{ type: 'tool_result', id: a.id, content: [], isError: false }] },
    ] as unknown as Message[];
    await heard(provider, { ...request, messages });
    expect(running.asked[1]?.body).toMatchObject({
      store: false,
      include: ['reasoning.encrypted_content'],
      input: [
        { role: 'user', content: 'Read both files.' },
        thought,
        { type: 'function_call', call_id: 'call_a', name: 'read_file', arguments: '{"path":"a.txt"}' },
        { type: 'function_call_output', call_id: 'call_a', output: 'No output.' },
      ],
    });
  });

  it('is understood where items are told only when they are done, or only at the end', async () => {
    const [, , done] = callItem(0, 'call_a', 'read_file', '{"path":"a.txt"}');
    expect((await answering([done!, responseEnd('completed')])).at(-1)).toEqual(responded([a], 'tool_use'));
    const output = [(done as { item: object }).item];
    expect(await answering([responseCreated, responseEnd('completed', { output })])).toEqual([
      started(0, 'tool_call', 'read_file'),
      ready(0, a),
      responded([a], 'tool_use'),
    ]);
  });

  it.each([
    ['max_output_tokens', 'max_tokens'],
    ['content_filter', 'refusal'],
    ['something_new', 'other'],
  ])('that is cut off by %s loses its last call', async (reason, stopReason) => {
    const events = await answering([
      ...callItem(0, 'call_a', 'read_file', '{"path":"a.txt"}'),
      ...callItem(1, 'call_b', 'click', '{"re'),
      responseEnd('incomplete', { incomplete_details: { reason } }),
    ]);
    expect(events.filter(({ type }) => type === 'call-ready')).toEqual([ready(0, a)]);
    expect(events.at(-1)).toEqual(responded([a], stopReason));
  });

  it('that refuses says so', async () => {
    const said = { type: 'message', content: [{ type: 'refusal', refusal: 'No.' }] };
    const events = await answering([...item(0, { type: 'message' }, [], said), responseEnd('completed')]);
    expect(events.at(-1)).toEqual(responded([{ type: 'text', text: 'No.' }], 'refusal'));
  });

  it('breaks where an item goes on that never began', async () => {
    const stray = { type: 'response.output_text.delta', output_index: 3, delta: 'So' };
    expect((await answering([responseCreated, stray])).at(-1)).toMatchObject({
      failure: { code: 'model_stream_broken' },
    });
  });
});
