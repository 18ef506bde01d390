import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../contract/clock';
import { type Failure, thrownSentence } from '../contract/failure';
import type { BlobId } from '../contract/ids';
import { closingEvents } from '../contract/interrupted';
import { traceLegality } from '../contract/legality';
import type { EventSink, TraceBody, TraceEvent } from '../contract/trace-event';
import type { TraceModel } from '../contract/trace-model';
import { type AppendFile, createAppendFile } from './append-file';
import { blobIdOf, writeBlob } from './blob-folder';
import { type Redact, redactBlob, redactBody } from './redact';
import { streamRedaction } from './redact-stream';
import { type Made, writeBehind } from './write-behind';

/** Names of what a recording is made of, inside its folder. */
export const recordingFiles = { trace: 'trace.jsonl', blobs: 'blobs', meta: 'meta.json' } as const;

export interface Recorder {
  readonly folder: string;
  /** Times an event, numbers and redacts it, writes it, and only then tells the listeners: now or in a moment, see `writeBehind`. */
  readonly emit: EventSink;
  /** Keeps a picture, or JSON without its secrets, under the hash of what was kept. Never throws. */
  keepBlob(bytes: Uint8Array): BlobId;
  /** Everything recorded so far, reduced. */
  readonly model: TraceModel;
  /** Why nothing more can be recorded; null while it can. */
  readonly broken: Failure | null;
  /** Flushes to the disk. A run that was never ended, because the disk refused, is ended for the listeners alone. */
  close(): Promise<void>;
}

export interface RecorderOptions {
  /** Made by this; must not exist yet. */
  readonly folder: string;
  readonly clock: Pick<Clock, 'wall' | 'now'>;
  readonly redact: Redact;
  readonly heard: (event: TraceEvent) => void;
  /** Called once, when the disk first refuses. Later events are lost; the run should stop. */
  readonly onBroken: (failure: Failure) => void;
  /** Called with an event that no legal trace has at this place: a bug. It is not recorded, so that the rest can be read. */
  readonly onIllegal: (why: string, body: TraceBody) => void;
}

/** Records one run. Throws where the folder cannot be made. */
export function createRecorder(options: RecorderOptions): Recorder {
  const { folder, clock, redact, heard } = options;
  const blobs = join(folder, recordingFiles.blobs);
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { mode: 0o700 });
  const file: AppendFile = createAppendFile(join(folder, recordingFiles.trace));
  const began = clock.now();
  const stream = streamRedaction(redact);
  const legality = traceLegality();
  let model = legality.model;
  let last: TraceEvent | undefined;
  let broken: Failure | null = null;

  function breakDown(thrown: unknown): void {
    if (broken !== null) return;
    broken = {
      code: 'io_failed',
      sentence: `The recording could not be written: ${thrownSentence(thrown)}.`,
      next: 'Make room on the disk, then run again.',
    };
    options.onBroken(broken);
  }

  /** What is recorded of an event: null where it can't be. */
  function accepted({ body, wall, mono }: Made): TraceEvent | null {
    const at = { wall, mono: Math.max(0, mono - began), provenance: 'recorded' } as const;
    const event: TraceEvent = { seq: legality.model.cursor + 1, at, ...redactBody(body, redact) };
    const why = legality.accept(event);
    if (why === null) return event;
    options.onIllegal(why, body);
    return null;
  }

  /** Many lines are one write. */
  function record(made: readonly Made[]): void {
    if (broken !== null) return;
    const plain = made.flatMap((each) => stream.pass(each.body).map((body) => ({ ...each, body })));
    const events = plain.flatMap((each) => accepted(each) ?? []);
    try {
      if (events.length > 0) file.append(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    } catch (thrown) {
      breakDown(thrown);
      return;
    }
    model = legality.model;
    last = events.at(-1) ?? last;
    if (events.some(({ type }) => type === 'turn-started')) file.flush().catch(breakDown);
    events.forEach(heard);
  }

  const behind = writeBehind(clock, record);

  return {
    folder,
    emit: behind.emit,
    keepBlob(bytes) {
      const kept = redactBlob(bytes, redact);
      try {
        writeBlob(blobs, kept);
      } catch (thrown) {
        breakDown(thrown);
      }
      return blobIdOf(kept);
    },
    get model() {
      behind.settle();
      return model;
    },
    get broken() {
      behind.settle();
      return broken;
    },
    async close() {
      behind.settle();
      if (broken !== null) closingEvents(model, last).forEach(heard);
      try {
        await file.close();
      } catch (thrown) {
        breakDown(thrown);
      }
    },
  };
}
