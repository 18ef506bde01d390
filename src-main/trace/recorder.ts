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

/** Names of what a recording is made of, inside its folder. */
export const recordingFiles = { trace: 'trace.jsonl', blobs: 'blobs', meta: 'meta.json' } as const;

export interface Recorder {
  readonly folder: string;
  /** Numbers, times and redacts an event, writes it, and only then tells the listeners. */
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

  function record(body: TraceBody): void {
    if (broken !== null) return;
    const at = {
      wall: clock.wall(),
      mono: Math.max(0, clock.now() - began),
      provenance: 'recorded',
    } as const;
    const event: TraceEvent = { seq: model.cursor + 1, at, ...redactBody(body, redact) };
    const why = legality.accept(event);
    if (why !== null) {
      options.onIllegal(why, body);
      return;
    }
    try {
      file.append(`${JSON.stringify(event)}\n`);
    } catch (thrown) {
      breakDown(thrown);
      return;
    }
    model = legality.model;
    last = event;
    if (event.type === 'turn-started') file.flush().catch(breakDown);
    heard(event);
  }

  return {
    folder,
    emit: (body) => stream.pass(body).forEach(record),
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
      return model;
    },
    get broken() {
      return broken;
    },
    async close() {
      if (broken !== null) closingEvents(model, last).forEach(heard);
      try {
        await file.close();
      } catch (thrown) {
        breakDown(thrown);
      }
    },
  };
}
