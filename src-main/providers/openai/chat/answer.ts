import { APIError } from 'openai';
import { type AssistantBlock, noUsage, type StopReason, type Usage } from '../../../contract/messages';
import type { ModelEvent, ModelRequest } from '../../provider';
import type { Grown, Price } from '../api';
import { isWholeInput } from '../call-input';
import { usageOf } from '../usage';
import {
  type CallBlock,
  type ChatBlock,
  finishedCall,
  finishedWords,
  idIn,
  isAnother,
  jsonIn,
  type ThinkingField,
} from './block';
import { Chunk, type Delta, type ToolDelta } from './stream-events';

/** An answer while it is still coming. */
export interface ChatAnswer {
  /** Which turn of the conversation it is, for the ids of calls that come without. */
  readonly turn: number;
  /** In the order in which they began. */
  readonly blocks: readonly ChatBlock[];
  /** null where the server tells none. */
  readonly usage: Usage | null;
  readonly finish: string | null;
  readonly isRefusal: boolean;
}

export function begin({ messages }: ModelRequest): ChatAnswer {
  const turn = messages.filter(({ role }) => role === 'assistant').length + 1;
  return { turn, blocks: [], usage: null, finish: null, isRefusal: false };
}

type Growth = Grown<ChatAnswer>;

export function grow(before: ChatAnswer, event: unknown): Growth {
  const chunk = Chunk.parse(event);
  if (chunk.object === 'error') throw new APIError(undefined, chunk, undefined, undefined);
  const choice = chunk.choices?.[0];
  const told = withUsage(before, chunk);
  let growth: Growth = { answer: told, heard: [] };
  if (choice?.delta) growth = withDelta(growth, choice.delta);
  const finish = choice?.finish_reason;
  if (finish === null || finish === undefined || finish === '') return growth;
  const finished = { ...growth, answer: { ...growth.answer, finish } };
  return isCut(finish) ? finished : leave(finished, () => true);
}

function withDelta(growth: Growth, delta: Delta): Growth {
  let grown = withWords(growth, 'thinking', delta.reasoning_content ?? '', 'reasoning_content');
  grown = withWords(grown, 'thinking', delta.reasoning ?? '', 'reasoning');
  const { content } = delta;
  const text = Array.isArray(content) ? content.map((part) => part.text ?? '').join('') : (content ?? '');
  grown = withWords(grown, 'text', text);
  if (delta.refusal) {
    grown = withWords(grown, 'text', delta.refusal);
    grown = { ...grown, answer: { ...grown.answer, isRefusal: true } };
  }
  for (const call of delta.tool_calls ?? []) grown = withCall(grown, call);
  return grown;
}

function withWords(
  growth: Growth,
  kind: 'text' | 'thinking',
  text: string,
  field: ThinkingField = 'reasoning_content',
): Growth {
  if (text === '') return growth;
  const last = growth.answer.blocks.at(-1);
  const isSame = last?.kind === kind && (last.kind !== 'thinking' || last.field === field);
  const into = isSame
    ? growth
    : begun(growth, kind === 'text' ? { kind, text: '' } : { kind, field, text: '' });
  const block = into.answer.blocks.length - 1;
  const grown = into.answer.blocks[block];
  if (grown === undefined || grown.kind === 'call') return into;
  return withBlock(into, block, { ...grown, text: grown.text + text }, [{ type: 'text', block, text }]);
}

function withCall(growth: Growth, delta: ToolDelta): Growth {
  const json = jsonIn(delta);
  const at = placeOf(growth.answer.blocks, delta);
  if (at === null) {
    const tool = delta.function?.name ?? '';
    const into = begun(growth, {
      kind: 'call',
      index: delta.index ?? null,
      id: idIn(delta),
      tool,
      json,
      ready: null,
    });
    return heardInput(into, into.answer.blocks.length - 1, json);
  }
  const call = growth.answer.blocks[at] as CallBlock;
  if (call.ready !== null && json.trim() !== '') throw new SyntaxError('a call that was over went on');
  const tool = call.tool === '' ? (delta.function?.name ?? '') : call.tool;
  const grown = {
    ...call,
    id: call.ready === null ? (call.id ?? idIn(delta)) : call.id,
    tool,
    json: call.json + json,
  };
  return heardInput(withBlock(growth, at, grown), at, json);
}

/** Where the call is that a piece belongs to; null where it begins one. */
function placeOf(blocks: readonly ChatBlock[], delta: ToolDelta): number | null {
  const id = idIn(delta);
  const index = delta.index ?? null;
  const at = blocks.findLastIndex(
    (block) =>
      block.kind === 'call' && (index === null ? id === null || block.id === id : block.index === index),
  );
  const call = blocks[at];
  return call?.kind === 'call' && !isAnother(call, delta) ? at : null;
}

/** A new block: the model has moved on from every call before it that has its input whole. */
function begun(growth: Growth, block: ChatBlock): Growth {
  const left = leave(growth, (call) => isWholeInput(call.json));
  const started: ModelEvent = {
    type: 'block-started',
    block: left.answer.blocks.length,
    kind: block.kind === 'call' ? 'tool_call' : block.kind,
    tool: block.kind === 'call' && block.tool !== '' ? block.tool : null,
  };
  return {
    answer: { ...left.answer, blocks: [...left.answer.blocks, block] },
    heard: [...left.heard, started],
  };
}

function leave(growth: Growth, isOver: (call: CallBlock) => boolean): Growth {
  let left = growth;
  for (const [block, each] of growth.answer.blocks.entries()) {
    if (each.kind !== 'call' || each.ready !== null || !isOver(each)) continue;
    const call = finishedCall(each, `call_${growth.answer.turn}_${block + 1}`);
    left = withBlock(left, block, { ...each, ready: call }, [{ type: 'call-ready', block, call }]);
  }
  return left;
}

export function isWhole({ finish }: ChatAnswer): boolean {
  return finish !== null;
}

export function lastWord(answer: ChatAnswer, price: Price): ModelEvent {
  const content = contentOf(answer);
  return {
    type: 'responded',
    content,
    stopReason: stopReasonOf(answer, content),
    usage: answer.usage ?? noUsage,
    costUsd: answer.usage === null ? null : price(answer.usage),
  };
}

/** What is kept of a whole answer. Where it was cut off in a call, that call is not the one that the model meant. */
function contentOf({ blocks, finish, turn }: ChatAnswer): AssistantBlock[] {
  const kept = isCut(finish ?? '') && blocks.at(-1)?.kind === 'call' ? blocks.slice(0, -1) : blocks;
  return kept.map((block, at) =>
    block.kind === 'call'
      ? (block.ready ?? finishedCall(block, `call_${turn}_${at + 1}`))
      : finishedWords(block),
  );
}

function isCut(finish: string): boolean {
  return finish === 'length' || finish === 'content_filter';
}

/** What some servers say with calls is `stop`. */
function stopReasonOf({ finish, isRefusal }: ChatAnswer, content: readonly AssistantBlock[]): StopReason {
  if (finish === 'length') return 'max_tokens';
  if (finish === 'content_filter' || isRefusal) return 'refusal';
  if (content.some(({ type }) => type === 'tool_call')) return 'tool_use';
  return finish === 'stop' || finish === 'tool_calls' ? 'end_turn' : 'other';
}

function withUsage(answer: ChatAnswer, { usage }: Chunk): ChatAnswer {
  if (!usage) return answer;
  const cached = usage.prompt_tokens_details?.cached_tokens ?? 0;
  return { ...answer, usage: usageOf(usage.prompt_tokens ?? 0, cached, usage.completion_tokens ?? 0) };
}

function heardInput(growth: Growth, block: number, json: string): Growth {
  return json === '' ? growth : { ...growth, heard: [...growth.heard, { type: 'call-input', block, json }] };
}

function withBlock(
  { answer, heard }: Growth,
  at: number,
  block: ChatBlock,
  more: readonly ModelEvent[] = [],
): Growth {
  return { answer: { ...answer, blocks: answer.blocks.with(at, block) }, heard: [...heard, ...more] };
}
