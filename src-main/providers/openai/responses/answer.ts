import { APIError } from 'openai';
import {
  type AssistantBlock,
  noUsage,
  type StopReason,
  type ToolCall,
  type Usage,
} from '../../../contract/messages';
import type { ModelEvent } from '../../provider';
import type { Grown, Price } from '../api';
import { usageOf } from '../usage';
import { finishItem, isRefusal, kindOf, toolIn } from './item';
import { type Item, parseStreamEvent, type StreamEvent } from './stream-events';

interface GrowingItem {
  readonly begun: Item;
  /** The item as it is when it is whole; null until then. */
  readonly done: Item | null;
  /** The model has moved on from it. */
  readonly isLeft: boolean;
}

/** An answer while it is still coming. */
export interface ResponsesAnswer {
  /** By the API's index. */
  readonly items: ReadonlyMap<number, GrowingItem>;
  readonly usage: Usage | null;
  readonly end: 'completed' | 'max_output_tokens' | 'content_filter' | 'incomplete' | null;
}

export function begin(): ResponsesAnswer {
  return { items: new Map(), usage: null, end: null };
}

export function grow(answer: ResponsesAnswer, raw: unknown): Grown<ResponsesAnswer> {
  const event = parseStreamEvent(raw);
  if (event === null) return { answer, heard: [] };
  switch (event.type) {
    case 'response.output_item.added':
      return added(answer, event.output_index, event.item);
    case 'response.output_item.done':
      return done(answer, event.output_index, event.item);
    case 'response.function_call_arguments.delta': {
      const { output_index: block, delta: json } = event;
      if (itemAt(answer, block).isLeft) throw new SyntaxError('a call that was over went on');
      return { answer, heard: json === '' ? [] : [{ type: 'call-input', block, json }] };
    }
    case 'response.output_text.delta':
    case 'response.refusal.delta':
    case 'response.reasoning_summary_text.delta':
    case 'response.reasoning_text.delta': {
      const { output_index: block, delta: text } = event;
      itemAt(answer, block);
      return { answer, heard: text === '' ? [] : [{ type: 'text', block, text }] };
    }
    case 'response.completed':
    case 'response.incomplete':
      return ended(answer, event);
    case 'response.failed':
      throw new APIError(
        undefined,
        event.response.error ?? { message: 'no reason was given' },
        undefined,
        undefined,
      );
    case 'error':
      throw new APIError(undefined, event, undefined, undefined);
  }
}

function added(answer: ResponsesAnswer, block: number, item: Item): Grown<ResponsesAnswer> {
  const left = leave(answer);
  const started: ModelEvent = { type: 'block-started', block, kind: kindOf(item), tool: toolIn(item) };
  return {
    answer: withItem(left.answer, block, { begun: item, done: null, isLeft: false }),
    heard: [...left.heard, started],
  };
}

/** Some servers say only that an item is done. */
function done(answer: ResponsesAnswer, block: number, item: Item): Grown<ResponsesAnswer> {
  const before = answer.items.has(block) ? { answer, heard: [] } : added(answer, block, item);
  const growing = itemAt(before.answer, block);
  if (growing.isLeft) throw new SyntaxError('an item that was over went on');
  return { ...before, answer: withItem(before.answer, block, { ...growing, done: item }) };
}

type Ending = Extract<StreamEvent, { type: 'response.completed' | 'response.incomplete' }>;

function ended(answer: ResponsesAnswer, { type, response }: Ending): Grown<ResponsesAnswer> {
  const { usage: told, output, incomplete_details } = response;
  const cached = told?.input_tokens_details?.cached_tokens ?? 0;
  const usage = told ? usageOf(told.input_tokens ?? 0, cached, told.output_tokens ?? 0) : answer.usage;
  let growth: Grown<ResponsesAnswer> = { answer, heard: [] };
  for (const [block, item] of (output ?? []).entries()) {
    if ((growth.answer.items.get(block)?.done ?? null) !== null) continue;
    const grown = done(growth.answer, block, item);
    growth = { answer: grown.answer, heard: [...growth.heard, ...grown.heard] };
  }
  const reason = incomplete_details?.reason;
  const cut = reason === 'max_output_tokens' || reason === 'content_filter' ? reason : 'incomplete';
  if (type === 'response.incomplete') {
    return { ...growth, answer: { ...growth.answer, usage, end: cut } };
  }
  const left = leave(growth.answer);
  return { answer: { ...left.answer, usage, end: 'completed' }, heard: [...growth.heard, ...left.heard] };
}

/** The model has moved on from every item that is done. Done alone is not enough: an answer that is cut off ends its last item too. */
function leave(answer: ResponsesAnswer): Grown<ResponsesAnswer> {
  const heard: ModelEvent[] = [];
  const items = new Map(answer.items);
  for (const [block, item] of answer.items) {
    if (item.done === null || item.isLeft) continue;
    items.set(block, { ...item, isLeft: true });
    for (const call of finishItem(item.done).filter(isCall)) heard.push({ type: 'call-ready', block, call });
  }
  return { answer: { ...answer, items }, heard };
}

export function isWhole({ end }: ResponsesAnswer): boolean {
  return end !== null;
}

export function lastWord(answer: ResponsesAnswer, price: Price): ModelEvent {
  const items = inOrder(answer);
  const content = items.flatMap(finishItem);
  const stopReason = stopReasonOf(answer, items, content);
  const { usage } = answer;
  return {
    type: 'responded',
    content,
    stopReason,
    usage: usage ?? noUsage,
    costUsd: usage === null ? null : price(usage),
  };
}

/** What is kept of a whole answer. Where it was cut off in a call, that call is not the one that the model meant. */
function inOrder({ items, end }: ResponsesAnswer): Item[] {
  const all = [...items].toSorted(([a], [b]) => a - b).map(([, item]) => item);
  const isCut = end !== 'completed' && all.at(-1)?.begun.type === 'function_call';
  const kept = isCut ? all.slice(0, -1) : all;
  return kept.map(({ begun, done: whole }) => whole ?? begun);
}

function stopReasonOf(
  { end }: ResponsesAnswer,
  items: readonly Item[],
  content: readonly AssistantBlock[],
): StopReason {
  if (end === 'max_output_tokens') return 'max_tokens';
  if (end === 'content_filter' || items.some(isRefusal)) return 'refusal';
  if (end === 'incomplete') return 'other';
  return content.some(isCall) ? 'tool_use' : 'end_turn';
}

function isCall(block: AssistantBlock): block is ToolCall {
  return block.type === 'tool_call';
}

function itemAt({ items }: ResponsesAnswer, index: number): GrowingItem {
  const item = items.get(index);
  if (item === undefined) throw new SyntaxError(`item ${index} was never begun`);
  return item;
}

function withItem(answer: ResponsesAnswer, index: number, item: GrowingItem): ResponsesAnswer {
  return { ...answer, items: new Map(answer.items).set(index, item) };
}
