import type { TraceBody } from '../contract/trace-event';

export const REDACTED = '[redacted]';

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** What keys and tokens look like, whoever issued them. */
const shapes: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\bsk-(?:[a-z]+-)*[\w-]{16,}/g,
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|npm_|hf_)[\w-]{16,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bAIza[\w-]{30,}/g,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+/g,
];

const scheme = '\\b(?:bearer|basic)\\s+';
const field =
  '(?:\\b|_)(?:api[_-]?key|access[_-]?token|auth[_-]?token|secret|passwd|password)["\']?\\s*[:=]\\s*["\']?';

/** A secret that is told by what stands before it; the words stay. */
const labelled: readonly RegExp[] = [
  new RegExp(`(${scheme})(?=[^\\s\\d]*\\d)[\\w.~+/=-]{12,}`, 'gi'),
  new RegExp(`(${field})[^\\s"',;&]{4,}`, 'gi'),
  /(\/\/[^\s/:@]+:)[^\s/@]+(?=@)/g,
];

/** A text that ends where a secret would follow. */
export const endsInLabel = new RegExp(`(?:${scheme}|${field})$`, 'i');
/** A text that ends inside what may be a private key. */
export const endsInPrivateKey = /-----BEGIN(?:(?!-----END[A-Z ]*-----\s)[\s\S])*$/;

/** Names of fields whose whole value is a secret, in a call's input. */
const secretField =
  /^(?:authorization|cookie|password|passwd|secret|token|api[_-]?key|.*[_-](?:secret|token|password))$/i;

/** Below this a literal would blot out ordinary words. */
const shortestLiteral = 8;

/** @param literals secrets known word for word, such as the configured key; asked each time, for they change */
export function redactor(literals: () => readonly string[]): Redact {
  return (text) => {
    if (text.length < shortestLiteral) return text;
    let clean = text;
    for (const literal of literals()) {
      if (literal.length >= shortestLiteral) clean = clean.replaceAll(literal, REDACTED);
    }
    for (const shape of shapes) clean = clean.replace(shape, REDACTED);
    for (const label of labelled) clean = clean.replace(label, `$1${REDACTED}`);
    return clean;
  };
}

/** Names and addresses of things: changing one would break what points at it. */
const structural: ReadonlySet<string> = new Set([
  'type',
  'kind',
  'id',
  'runId',
  'callId',
  'blob',
  'ref',
  'earlier',
  'later',
  'call',
  'endedBy',
  'waitsFor',
]);

/** The same event without secrets. Ids and what points at them stay; a call's input has no ids of ours. */
export function redactBody(body: TraceBody, redact: Redact): TraceBody {
  return walk(body, redact, false) as TraceBody;
}

/** Copies only what a secret was in. */
function walk(value: unknown, redact: Redact, foreign: boolean): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const clean = value.map((each) => walk(each, redact, foreign));
    return clean.some((each, at) => each !== value[at]) ? clean : value;
  }
  const fields = Object.entries(value);
  const clean = fields.map(([key, inner]) => [key, redactField(key, inner, redact, foreign)] as const);
  return clean.some(([, kept], at) => kept !== fields[at]?.[1]) ? Object.fromEntries(clean) : value;
}

function redactField(key: string, inner: unknown, redact: Redact, foreign: boolean): unknown {
  if (!foreign && structural.has(key)) return inner;
  if (foreign && holdsSecret(key, inner)) return REDACTED;
  return walk(inner, redact, foreign || key === 'input');
}

/** Whatever stands there, a number or a list as much as a word; that there is none, or that there is one, is no secret. */
function holdsSecret(key: string, value: unknown): boolean {
  return value !== null && typeof value !== 'boolean' && secretField.test(key);
}

/**
 * The same blob without secrets: JSON string by string, for in the finished text a secret could end in the middle of an
 * escape. What begins otherwise is a picture, and stays.
 */
export function redactBlob(bytes: Uint8Array, redact: Redact): Uint8Array {
  if (bytes[0] !== 0x7b) return bytes;
  const json = new TextDecoder().decode(bytes);
  const unescaped = json.replaceAll(/\\[bfnrt]/g, ' ');
  if (redact(unescaped) === unescaped) return bytes;
  const clean = (_key: string, value: unknown) => (typeof value === 'string' ? redact(value) : value);
  return new TextEncoder().encode(JSON.stringify(JSON.parse(json), clean));
}
