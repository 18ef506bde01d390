import { CallId } from '../contract/ids';
import { type AssistantBlock, noUsage, type ToolCall } from '../contract/messages';
import type { ModelEvent, ModelRequest, Provider } from '../providers/provider';

/** Answers only what the test lets it say. */
export interface HeldModel extends Provider {
  readonly requests: ModelRequest[];
  /** What the latest request hears next. */
  say(event: ModelEvent): void;
  /** Ends the latest answer without a last word. */
  breakOff(): void;
  /** The latest answer throws, which a provider must not. */
  throw(error: Error): void;
}

export interface HeldModelOptions {
  /** Whether an abort is answered; otherwise the provider hangs. */
  readonly heedsAbort: boolean;
}

type Saying = ModelEvent | 'break-off' | Error;

export function heldModel({ heedsAbort }: HeldModelOptions = { heedsAbort: true }): HeldModel {
  const requests: ModelRequest[] = [];
  let push: (saying: Saying) => void = () => undefined;
  return {
    label: 'held model',
    requests,
    say: (event) => push(event),
    breakOff: () => push('break-off'),
    throw: (error) => push(error),
    async *respond(request, signal) {
      requests.push(request);
      const said: Saying[] = [];
      let wake = () => {};
      push = (saying) => {
        said.push(saying);
        wake();
      };
      if (heedsAbort) signal.addEventListener('abort', () => push(aborted));
      for (;;) {
        const next = said.shift();
        if (next === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        if (next === 'break-off') return;
        if (next instanceof Error) throw next;
        yield next;
        if (next.type === 'responded' || next.type === 'failed') return;
      }
    },
  };
}

const aborted: ModelEvent = {
  type: 'failed',
  failure: { code: 'cancelled', sentence: 'The request was aborted.', next: 'Run the task again.' },
};

type Responded = Extract<ModelEvent, { type: 'responded' }>;

/** An answer of texts (strings) and calls. */
export function answer(
  blocks: ReadonlyArray<string | ToolCall>,
  rest: Partial<Omit<Responded, 'type' | 'content'>> = {},
): Responded {
  const content = blocks.map(
    (block): AssistantBlock => (typeof block === 'string' ? { type: 'text', text: block } : block),
  );
  const stopReason = content.some(({ type }) => type === 'tool_call') ? 'tool_use' : 'end_turn';
  return { type: 'responded', content, stopReason, usage: noUsage, costUsd: 0, ...rest };
}

/** An empty id stands for a model that sent none; the contract would not let it be parsed. */
export function toolCall(id: string, tool: string, input: ToolCall['input'] = {}): ToolCall {
  return { type: 'tool_call', id: id === '' ? ('' as CallId) : CallId.parse(id), tool, input };
}
