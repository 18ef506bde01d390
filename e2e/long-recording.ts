import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../bench/random';
import { asSnapshot, edited, sampleElements } from '../bench/sample-snapshots';
import { sampleTrace } from '../bench/sample-trace';
import { BlobId } from '../src-main/contract/ids';
import type { TraceEvent } from '../src-main/contract/trace-event';

/** As many as the practice window has. */
const elements = 500;

export interface LongRecording {
  readonly file: string;
  readonly events: readonly TraceEvent[];
}

/** Writes a run of so many events that nobody ran, its snapshots beside it: each a dozen edits from the same screen. */
export async function writeLongRecording(folder: string, count: number): Promise<LongRecording> {
  const random = seededRandom(12);
  const blobs = join(folder, 'blobs');
  await mkdir(blobs);
  const screen = sampleElements(random, elements);
  const events: TraceEvent[] = [];
  for (const event of sampleTrace({ events: count, mode: 'batch', seed: 11, ended: true })) {
    if (event.type !== 'snapshot-taken') {
      events.push(event);
      continue;
    }
    const { after } = edited(random, screen, 12);
    const { id } = event.snapshot;
    const text = JSON.stringify(asSnapshot(after, Number(id.slice(1))));
    const blob = BlobId.parse(createHash('sha256').update(text).digest('hex'));
    await writeFile(join(blobs, blob), text);
    events.push({ ...event, snapshot: { ...event.snapshot, blob, nodeCount: elements } });
  }
  const file = join(folder, 'trace.jsonl');
  await writeFile(file, `${events.map((event) => JSON.stringify(event)).join('\n')}\n`);
  return { file, events };
}
