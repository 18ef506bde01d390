import { APIConnectionError, APIError } from 'openai';
import { z } from 'zod';
import { StreamBroken } from '../stream-broken';
import type { ApiAnswer, Trouble } from '../trouble';

export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof StreamBroken) return { kind: 'broken' };
  if (thrown instanceof APIConnectionError) return { kind: 'unreachable', error: thrown };
  if (thrown instanceof APIError) return { kind: 'answered', answer: apiAnswer(thrown as APIError) };
  return { kind: 'strange', thrown };
}

/** What of an error is read here, wherever a server put it. */
export interface Told {
  readonly message: string;
  /** The code where it is a word, else the type; empty where neither was said. */
  readonly word: string;
  /** The part of the request that it is about; empty where none was named. */
  readonly param: string;
}

const word = z.string().catch('');
const Detail = z.looseObject({ msg: word, loc: z.array(z.union([z.string(), z.number()])).catch([]) });
const Shape = z.looseObject({ message: word, code: word, type: word, param: word });

/**
 * An error as the servers that speak this API write it: `{error: {message, code, param}}`, `{error: "sentence"}`,
 * `{object: "error", message}`, `{detail}` with a sentence or a list, or a page of HTML.
 */
export function toldIn(body: unknown): Told {
  if (typeof body === 'string') return { message: withoutMarkup(body), word: '', param: '' };
  const { error, detail } = z.looseObject({}).catch({}).parse(body) as { error?: unknown; detail?: unknown };
  if (error !== undefined && error !== null) return toldIn(error);
  if (typeof detail === 'string') return toldIn(detail);
  if (Array.isArray(detail)) {
    const details = z.array(Detail).catch([]).parse(detail);
    const message = details.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ');
    return { message, word: '', param: String(details[0]?.loc.at(-1) ?? '') };
  }
  const { message, code, type, param } = Shape.catch({ message: '', code: '', type: '', param: '' }).parse(
    body,
  );
  return { message, word: code === '' ? type : code, param };
}

/** A proxy's page in a line. */
function withoutMarkup(text: string): string {
  return text
    .replaceAll(/<(style|script|head)\b.*?<\/\1>/gis, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}

function apiAnswer(error: APIError): ApiAnswer {
  const told = toldIn(error.error ?? '');
  const isOutgrown =
    /maximum context length|context (?:length|window|size) .*exceed|exceeds? .*context/i.test(told.message);
  return {
    status: error.status ?? null,
    type: isOutgrown ? 'context_length_exceeded' : told.word,
    message: told.message,
    headers: error.headers ?? null,
  };
}
