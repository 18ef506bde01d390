import { createReadStream } from 'node:fs';

export interface Line {
  /** Counts from 1. */
  readonly number: number;
  readonly text: string;
  /** False for a last line without its line break. */
  readonly ended: boolean;
  /** Bytes read so far, this line included. */
  readonly bytes: number;
}

/** No event is as long as this; a file with such a line is something else. */
export const longestLine = 64 * 1024 * 1024;

/** The file's lines as they come off the disk. A line beyond `longestLine` is handed out cut off, and is the last. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  let number = 0;
  let bytes = 0;
  let pieces: Buffer[] = [];
  let pending = 0;
  const line = (ended: boolean): Line => {
    const text = Buffer.concat(pieces).toString('utf8');
    number += 1;
    bytes += pending + (ended ? 1 : 0);
    pieces = [];
    pending = 0;
    return { number, text, ended, bytes };
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      pieces.push(chunk.subarray(from, end));
      pending += end - from;
      yield line(true);
      from = end + 1;
    }
    if (from < chunk.length) {
      pieces.push(chunk.subarray(from));
      pending += chunk.length - from;
    }
    if (pending > longestLine) break;
  }
  if (pending > 0) yield line(false);
}
