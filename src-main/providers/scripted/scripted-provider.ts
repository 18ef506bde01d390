import type { Pause } from '../../contract/clock';
import { type Failure, thrownSentence } from '../../contract/failure';
import { CallId } from '../../contract/ids';
import { type AssistantBlock, type Json, noUsage } from '../../contract/messages';
import type { DemoName } from '../../contract/run-options';
import type { ModelEvent, ModelRequest, Provider } from '../provider';
import type { ScriptedAnswer, ScriptedProgram } from './program';

export interface Pace {
  /** Milliseconds before the first block. */
  readonly thinkingMs: number;
  /** Milliseconds between two pieces of a block. */
  readonly pieceMs: number;
}

/** A demo's program behind the face of a model: it thinks for a while, then streams its blocks. It costs nothing. */
export function scriptedProvider(
  demo: DemoName,
  program: ScriptedProgram,
  pace: Pace,
  pause: Pause,
): Provider {
  return {
    label: `Scripted demo: ${demo}`,
    async *respond(request, signal) {
      try {
        yield* answer(program, request, pace, pause, signal);
      } catch (thrown) {
        yield { type: 'failed', failure: broken(thrown) };
      }
    },
  };
}

async function* answer(
  program: ScriptedProgram,
  request: ModelRequest,
  pace: Pace,
  pause: Pause,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent, void> {
  await pause(pace.thinkingMs, signal);
  const content = signal.aborted ? [] : blocksOf(program(request), request);
  for (const [event, ...then] of streamed(content)) {
    yield event;
    await pause(pace.pieceMs, signal);
    if (signal.aborted) break;
    yield* then;
  }
  if (signal.aborted) {
    yield { type: 'failed', failure: cancelled };
    return;
  }
  const stopReason = content.some((block) => block.type === 'tool_call') ? 'tool_use' : 'end_turn';
  yield { type: 'responded', content, stopReason, usage: noUsage, costUsd: 0 };
}

function blocksOf({ text, calls }: ScriptedAnswer, request: ModelRequest): AssistantBlock[] {
  const turn = request.messages.filter((message) => message.role === 'assistant').length + 1;
  const sent = request.parallelCalls ? calls : calls.slice(0, 1);
  return [
    ...(text === '' ? [] : [{ type: 'text' as const, text }]),
    ...sent.map(({ tool, input }, index) => ({
      type: 'tool_call' as const,
      id: CallId.parse(`call_${turn}_${index + 1}`),
      tool,
      input,
    })),
  ];
}

/** Each event that takes its time, and what is known once that time is over. */
function* streamed(content: readonly AssistantBlock[]): Generator<readonly [ModelEvent, ...ModelEvent[]]> {
  for (const [block, each] of content.entries()) {
    if (each.type === 'tool_call') {
      const ready: ModelEvent = { type: 'call-ready', block, call: each };
      const started: ModelEvent = { type: 'block-started', block, kind: 'tool_call', tool: each.tool };
      const pieces = each.tool === 'plan' ? jsonPiecesOf(each.input) : [];
      yield pieces.length === 0 ? [started, ready] : [started];
      for (const [at, json] of pieces.entries()) {
        const piece: ModelEvent = { type: 'call-input', block, json };
        yield at === pieces.length - 1 ? [piece, ready] : [piece];
      }
    }
    if (each.type !== 'text') continue;
    yield [{ type: 'block-started', block, kind: 'text', tool: null }];
    for (const text of piecesOf(each.text)) yield [{ type: 'text', block, text }];
  }
}

/** About what a model sends at a time: four words with the spaces after them. */
export function piecesOf(text: string): string[] {
  return text.match(/(?:\S+\s*){1,4}|\s+/g) ?? [];
}

/** About what a model sends of a call's input at a time. */
function jsonPiecesOf(input: Json): string[] {
  return JSON.stringify(input).match(/.{1,24}/gsu) ?? [];
}

const cancelled: Failure = {
  code: 'cancelled',
  sentence: 'The demo was stopped while it answered.',
  next: 'Run it again when you like.',
};

function broken(thrown: unknown): Failure {
  return {
    code: 'internal',
    sentence: `The scripted demo broke: ${thrownSentence(thrown)}`,
    next: 'Choose another demo, and report this one.',
  };
}
