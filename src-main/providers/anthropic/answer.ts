import { type AssistantBlock, noUsage, type StopReason, type Usage } from '../../contract/messages';
import type { ModelEvent } from '../provider';
import { beginBlock, finishBlock, type GrowingBlock, growBlock, kindOf } from './block';
import type { ApiUsage, StreamEvent } from './stream-events';

/** An answer while it is still coming. */
export interface GrowingAnswer {
  /** Blocks that may still grow, by the API's index. */
  readonly open: ReadonlyMap<number, GrowingBlock>;
  /** Blocks that the model has moved on from, each with its index: a call that was told may have begun. */
  readonly over: ReadonlyArray<readonly [number, GrowingBlock]>;
  readonly usage: Usage;
  readonly stopReason: string | null;
  readonly isStopped: boolean;
}

export const noAnswer: GrowingAnswer = {
  open: new Map(),
  over: [],
  usage: noUsage,
  stopReason: null,
  isStopped: false,
};

export interface Grown {
  readonly answer: GrowingAnswer;
  readonly heard: readonly ModelEvent[];
}

export function grow(answer: GrowingAnswer, event: StreamEvent): Grown {
  switch (event.type) {
    case 'message_start':
      return { answer: { ...answer, usage: usageAfter(answer.usage, event.message.usage) }, heard: [] };
    case 'content_block_start': {
      const block = beginBlock(event.content_block);
      const started: ModelEvent = {
        type: 'block-started',
        block: event.index,
        kind: kindOf(block),
        tool: typeof block.begun['name'] === 'string' ? block.begun['name'] : null,
      };
      const left = leave(answer);
      const heard = [...left.heard, started, ...texts(event.index, block.grown.text)];
      return { answer: withBlock(left.answer, event.index, block), heard };
    }
    case 'content_block_delta': {
      const { block, text, json } = growBlock(blockAt(answer, event.index), event.delta);
      const heard = [...texts(event.index, text), ...inputs(event.index, json)];
      return { answer: withBlock(answer, event.index, block), heard };
    }
    case 'content_block_stop': {
      const block = { ...blockAt(answer, event.index), isStopped: true };
      return { answer: withBlock(answer, event.index, block), heard: [] };
    }
    case 'message_delta': {
      const usage = usageAfter(answer.usage, event.usage ?? {});
      const stopReason = event.delta.stop_reason ?? answer.stopReason;
      const told = { ...answer, usage, stopReason };
      return stopReason === 'tool_use' ? leave(told) : { answer: told, heard: [] };
    }
    case 'message_stop':
      return { answer: { ...answer, isStopped: true }, heard: [] };
  }
}

/**
 * The model has moved on from every block that is closed. Closed alone is not enough: an answer that is cut off closes its last
 * block too.
 */
function leave(answer: GrowingAnswer): Grown {
  const closed = [...answer.open].filter(([, block]) => block.isStopped);
  const heard = closed.flatMap(([index, block]) =>
    finishBlock(block).flatMap((each): ModelEvent[] =>
      each.type === 'tool_call' ? [{ type: 'call-ready', block: index, call: each }] : [],
    ),
  );
  const open = new Map([...answer.open].filter(([, block]) => !block.isStopped));
  return { answer: { ...answer, open, over: [...answer.over, ...closed] }, heard };
}

/**
 * What is kept of a whole answer. One that was cut off at the output limit was cut off in its last block, which the API closes
 * all the same: a call there is not the call that the model meant.
 */
export function contentOf({ open, over, stopReason }: GrowingAnswer): AssistantBlock[] {
  const inOrder = [...over, ...open].toSorted(([a], [b]) => a - b).map(([, block]) => block);
  const isCut = isTruncation(stopReason) && inOrder.at(-1)?.begun.type === 'tool_use';
  return (isCut ? inOrder.slice(0, -1) : inOrder).flatMap(finishBlock);
}

const stopReasons: Readonly<Record<string, StopReason>> = {
  end_turn: 'end_turn',
  tool_use: 'tool_use',
  max_tokens: 'max_tokens',
  refusal: 'refusal',
  stop_sequence: 'stop_sequence',
  pause_turn: 'pause_turn',
};

export function stopReasonOf({ stopReason }: GrowingAnswer): StopReason {
  return stopReasons[stopReason ?? ''] ?? 'other';
}

/** The API's own word for a conversation that no longer fits the model. */
export const contextExceeded = 'model_context_window_exceeded';

function isTruncation(stopReason: string | null): boolean {
  return stopReason === 'max_tokens' || stopReason === contextExceeded;
}

function usageAfter(before: Usage, told: Partial<ApiUsage>): Usage {
  return {
    input: told.input_tokens ?? before.input,
    output: told.output_tokens ?? before.output,
    cacheRead: told.cache_read_input_tokens ?? before.cacheRead,
    cacheWrite: told.cache_creation_input_tokens ?? before.cacheWrite,
  };
}

function texts(block: number, text: string): readonly ModelEvent[] {
  return text === '' ? [] : [{ type: 'text', block, text }];
}

function inputs(block: number, json: string): readonly ModelEvent[] {
  return json === '' ? [] : [{ type: 'call-input', block, json }];
}

function blockAt({ open, over }: GrowingAnswer, index: number): GrowingBlock {
  const block = open.get(index);
  if (block !== undefined) return block;
  const isOver = over.some(([at]) => at === index);
  throw new SyntaxError(isOver ? 'a block that was over went on' : `block ${index} was never begun`);
}

function withBlock(answer: GrowingAnswer, index: number, block: GrowingBlock): GrowingAnswer {
  return { ...answer, open: new Map(answer.open).set(index, block) };
}
