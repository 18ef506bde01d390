import { TextDecoder } from 'node:util';
import { failed, ok, type Result } from '../contract/failure';

const mostBytes = 1_000_000;
const mostRedirects = 5;

/** `net:<host>:<port>`, as a footprint names it. */
export function resourceOf({ hostname, port, protocol }: URL): string {
  return `net:${hostname}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`;
}

export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** Whether there is more than may be read. */
  readonly isCut: boolean;
}

/** Follows redirects only within the resource that the call's footprint names. */
export async function fetchPage(
  fetch: typeof globalThis.fetch,
  first: URL,
  signal: AbortSignal,
): Promise<Result<Page>> {
  let url = first;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const response = await fetch(url, { redirect: 'manual', credentials: 'omit', signal });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      const next = new URL(location, url);
      if (resourceOf(next) !== resourceOf(url)) return elsewhere(next);
      url = next;
      continue;
    }
    const type = response.headers.get('content-type') ?? '';
    if (!isText(type)) {
      await response.body?.cancel();
      return failed(
        'unsupported',
        `${url.href} is ${type === '' ? 'of no stated type' : type}, not text.`,
        'Only text can be read.',
      );
    }
    const { text, isCut } = await readText(response, type);
    return ok({ url, status: response.status, type, text, isCut });
  }
  return failed(
    'http_failed',
    `${first.href} redirects more than ${mostRedirects} times.`,
    'Try another address.',
  );
}

function isText(type: string): boolean {
  return /^(?:text\/|application\/(?:[\w.+-]*\+)?(?:json|xml|javascript|x-ndjson|yaml)\b)/i.test(type);
}

async function readText(response: Response, type: string): Promise<Pick<Page, 'text' | 'isCut'>> {
  const decoder = decoderFor(type);
  let text = '';
  let bytes = 0;
  const parts: AsyncIterable<Uint8Array> | null = response.body;
  for await (const part of parts ?? []) {
    const taken = part.subarray(0, mostBytes - bytes);
    bytes += taken.length;
    text += decoder.decode(taken, { stream: true });
    if (taken.length < part.length) return { text, isCut: true };
  }
  return { text: text + decoder.decode(), isCut: false };
}

function decoderFor(type: string): TextDecoder {
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

function elsewhere(next: URL): Result<never> {
  return failed(
    'http_failed',
    `It redirects to another host: ${next.href}`,
    'Fetch that address if it is to be trusted.',
  );
}
