import { open } from 'node:fs/promises';
import { failed } from '../contract/failure';

type Refusal = ReturnType<typeof failed>;

const next = 'Choose a recording of Interlock: its trace.jsonl, or the folder that holds one.';

/** Enough of a file to see what it is. In bytes. */
const headLength = 64 * 1024;

/** Refuses a file that does not begin as a recording does, and says what it looks like instead. */
export async function foreign(path: string): Promise<Refusal> {
  const looks = guess(await headOf(path));
  return failed('trace_foreign', `This is not a recording of Interlock: it looks like ${looks}.`, next);
}

async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

export function notAFile(what: string): Refusal {
  return failed('trace_foreign', `This is ${what}, not a recording of Interlock.`, next);
}

export function empty(sentence: string): Refusal {
  return failed('trace_empty', sentence, next);
}

function guess(head: string): string {
  if (head.includes('\0') || hasBrokenText(head)) return 'a binary file';
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('<')) return 'a web page or XML';
  const keys = keysOf(text);
  const known = knownShapes.find(({ marks }) => marks.every((mark) => keys.includes(mark)));
  if (known !== undefined) return known.name;
  return /^[[{]/.test(text) ? 'JSON of another kind' : 'plain text';
}

/** Bytes that are no UTF-8; the last few may just be cut. */
function hasBrokenText(head: string): boolean {
  return head.slice(0, -4).includes('\uFFFD');
}

/** What stands at the start of trace formats that people have lying around. */
const knownShapes = [
  { name: 'an OpenTelemetry export', marks: ['resourceSpans'] },
  { name: 'a Langfuse export', marks: ['trace', 'observations'] },
  { name: 'a Jaeger export', marks: ['data', 'traceID'] },
  { name: 'a Claude Code session', marks: ['sessionId', 'uuid'] },
] as const;

function keysOf(text: string): readonly string[] {
  return [...text.matchAll(/"(\w+)"\s*:/g)].map(([, key]) => key ?? '');
}
