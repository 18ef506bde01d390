import { z } from 'zod';
import type { Failure } from '../contract/failure';
import type { Effect } from '../contract/footprint';
import type { BlobId } from '../contract/ids';
import type { Json } from '../contract/messages';
import { cutText, mostCharacters } from '../tools/cut';
import type { ToolOutcome } from '../tools/tool';
import type { CallAnswer } from './call-answer';
import type { ListedTool } from './listed-tool';
import { keptPictures } from './pictures';
import { plainLine } from './plain-text';
import { resultText } from './result-text';

type AnsweredResult = Extract<CallAnswer, { kind: 'answered' }>['result'];

/** What a run lends to the results of its calls. */
export interface ResultParts {
  readonly keepBlob: (bytes: Uint8Array) => BlobId;
  /** Takes secrets out: what a person entered for a server is not the model's to read. */
  readonly redact: (text: string) => string;
}

/** How a call ended, for the model and the trace. A write that may have been done is never called undone. */
export function outcomeOf(
  answer: CallAnswer,
  server: string,
  tool: ListedTool,
  parts: ResultParts,
): ToolOutcome {
  const { own, effect } = tool;
  const unknown = effect === 'write' ? 'unknown' : null;
  switch (answer.kind) {
    case 'answered':
      return answered(answer.result, server, tool, parts);
    case 'unsent':
      return nothingDone({
        code: 'mcp_unavailable',
        sentence: `${own} was not called, because "${server}" is not there: ${parts.redact(answer.why)}.`,
        next: 'Nothing was done. Call it again in a while, or do without it.',
      });
    case 'refused':
      return nothingDone({
        code: 'invalid_input',
        sentence: `"${server}" refused ${own}: ${parts.redact(answer.why)}.`,
        next: 'Correct the input and call it again.',
      });
    case 'broke':
      return {
        content: [],
        failure: {
          code: effect === 'write' ? 'delivery_unknown' : 'mcp_failed',
          sentence: `${own} of "${server}" failed: ${parts.redact(answer.why)}.`,
          next: nextAfter(effect),
        },
        delivery: unknown,
        value: null,
      };
    case 'lost':
      return {
        content: [],
        failure: {
          code: effect === 'write' ? 'delivery_unknown' : 'mcp_unavailable',
          sentence: `"${server}" went away before ${own} had answered: ${parts.redact(answer.why)}. It is started again.`,
          next: nextAfter(effect),
        },
        delivery: unknown,
        value: null,
      };
    case 'cancelled':
      return {
        content: [],
        failure: {
          code: 'cancelled',
          sentence: `${own} of "${server}" was cancelled.`,
          next: nextAfter(effect),
        },
        delivery: unknown,
        value: null,
      };
  }
}

function answered(
  result: AnsweredResult,
  server: string,
  { own, effect }: ListedTool,
  { keepBlob, redact }: ResultParts,
): ToolOutcome {
  const pictures = keptPictures(keepBlob);
  const text = cutText(
    hideStart(
      resultText(result, (picture) => pictures.take(picture)),
      redact,
    ),
    'Ask it for less at once.',
  );
  const content = [...(text === '' ? [] : [{ type: 'text' as const, text }]), ...pictures.blocks];
  const value = valueOf(result, text, redact);
  if (result.isError !== true)
    return { content, failure: null, delivery: effect === 'write' ? 'accepted' : null, value };
  const failure: Failure = {
    code: 'mcp_failed',
    sentence: `${own} of "${server}" says that it failed${text === '' ? '.' : `: ${plainLine(text, 200)}`}`,
    next: effect === 'write' ? nextAfter(effect) : 'Read what it says, then try another way.',
  };
  return { content, failure, delivery: effect === 'write' ? 'unknown' : null, value: null };
}

/** What is structured is what there is to compute with; else its text, and a text that is JSON for what it says. */
function valueOf(
  { structuredContent }: AnsweredResult,
  text: string,
  redact: (text: string) => string,
): Json {
  const said = structuredContent === undefined ? text : redact(JSON.stringify(structuredContent));
  try {
    return z.json().parse(JSON.parse(said));
  } catch {
    return text;
  }
}

/** Only as much as can be shown is searched: an answer may be as long as it likes. */
function hideStart(text: string, redact: (text: string) => string): string {
  const end = 2 * mostCharacters;
  return redact(text.slice(0, end)) + text.slice(end);
}

function nothingDone(failure: Failure): ToolOutcome {
  return { content: [], failure, delivery: null, value: null };
}

function nextAfter(effect: Effect): string {
  return effect === 'write'
    ? 'Look at what it changes before you repeat it: it may have been done.'
    : 'Call it again, or do without it.';
}
