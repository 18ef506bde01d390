import { type AssistantBlock, noUsage, type StopReason, type Usage } from '../../contract/messages';
import type { ModelEvent } from '../provider';
import { beginBlock, finishBlock, type GrowingBlock, growBlock, kindOf } from './block';
import type { ApiUsage, StreamEvent } from './stream-events';

/** An answer while it is still coming. */
export interface GrowingAnswer {
  /** By the API's index. */
  readonly blocks: ReadonlyMap<number, GrowingBlock>;
  readonly usage: Usage;
  readonly stopReason: string | null;
  readonly isStopped: boolean;
}

export const noAnswer: GrowingAnswer = {
  blocks: new Map(),
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
  const heard: ModelEvent[] = [];
  const blocks = new Map(answer.blocks);
  for (const [index, block] of answer.blocks) {
    if (!block.isStopped || block.isLeft) continue;
    blocks.set(index, { ...block, isLeft: true });
    for (const each of finishBlock(block))
      if (each.type === 'tool_call') heard.push({ type: 'call-ready', block: index, call: each });
  }
  return { answer: { ...answer, blocks }, heard };
}

/**
 * What is kept of a whole answer. One that was cut off at the output limit was cut off in its last block, which the API closes
 * all the same: a call there is not the call that the model meant.
 */
export function contentOf({ blocks, stopReason }: GrowingAnswer): AssistantBlock[] {
  const inOrder = [...blocks].toSorted(([a], [b]) => a - b).map(([, block]) => block);
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

function blockAt({ blocks }: GrowingAnswer, index: number): GrowingBlock {
  const block = blocks.get(index);
  if (block === undefined) throw new SyntaxError(`block ${index} was never begun`);
  return block;
}

function withBlock(answer: GrowingAnswer, index: number, block: GrowingBlock): GrowingAnswer {
  return { ...answer, blocks: new Map(answer.blocks).set(index, block) };
}
