import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { failed, ok, type Result, thrownSentence } from '../contract/failure';
import { closingEvents } from '../contract/interrupted';
import { type Legality, traceLegality } from '../contract/legality';
import { TraceEvent, traceVersion } from '../contract/trace-event';
import type { TraceModel } from '../contract/trace-model';
import { empty, foreign, notAFile } from './foreign';
import { type Line, linesOf } from './lines';
import { upcast } from './upcast';

export interface ReadTrace {
  readonly events: readonly TraceEvent[];
  readonly model: TraceModel;
  /** The last line had been cut off, and is left out. */
  readonly torn: boolean;
  /** What a person has to hear of the reading and the events do not tell; a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Reads a recording. A cut-off last line is left out; any other damage is a failure that names its line. A run that was
 * cut off is ended with inferred events, unless it is still going on.
 */
export async function readTrace(path: string, { live = false } = {}): Promise<Result<ReadTrace>> {
  const events: TraceEvent[] = [];
  const legality = traceLegality();
  let version = traceVersion;
  let torn = false;
  try {
    const found = await stat(path);
    if (!found.isFile()) return notAFile(found.isDirectory() ? 'a folder' : 'a device');
    for await (const line of linesOf(path)) {
      if (line.text.trim() === '') continue;
      const raw = jsonOf(line.text);
      if (events.length === 0) {
        const start = Started.safeParse(raw);
        if (!start.success) return await refuseStart(path, line, raw);
        if (start.data.version > traceVersion) return tooNew(start.data.version);
        version = start.data.version;
      } else if (isTorn(line, raw)) {
        torn = true;
        break;
      }
      const event = accept(line.number, raw, version, legality);
      if (!event.ok) return event;
      events.push(event.value);
    }
  } catch (thrown) {
    return unreadable(path, thrown);
  }
  if (events.length === 0) return empty('This file is empty.');
  const notes = torn && legality.model.phase.kind === 'ended' ? [tornSentence] : [];
  if (!live) events.push(...close(legality, events.at(-1), torn));
  return ok({ events, model: legality.model, torn, notes });
}

/** How every recording begins, whatever its version. */
const Started = z.looseObject({ type: z.literal('run-started'), runId: z.string(), version: z.int().min(1) });

const notJson = Symbol('not JSON');

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return notJson;
  }
}

/** A write that the end came in the middle of; after a power cut the system may have filled it up with zeros. */
function isTorn(line: Line, raw: unknown): boolean {
  return raw === notJson && !line.ended;
}

/** The first line that says something does not start a recording. */
async function refuseStart(path: string, line: Line, raw: unknown): Promise<Result<never>> {
  if (!line.ended && line.text.startsWith('{"seq":1,"at":{'))
    return empty('This recording was cut off before its first event was written.');
  if (TraceEvent.safeParse(raw).success) return damaged(line.number, 'the lines before it are gone');
  return foreign(path);
}

function accept(line: number, raw: unknown, version: number, legality: Legality): Result<TraceEvent> {
  if (raw === notJson) return damaged(line, 'it is not JSON');
  const parsed = TraceEvent.safeParse(upcast(raw, version));
  if (!parsed.success) return damaged(line, z.prettifyError(parsed.error).replaceAll('\n', ' '));
  const broken = legality.accept(parsed.data);
  return broken === null ? ok(parsed.data) : damaged(line, broken);
}

function close(legality: Legality, last: TraceEvent | undefined, torn: boolean): TraceEvent[] {
  const inferred = closingEvents(legality.model, last);
  const closing = torn ? inferred.map(sayTorn) : inferred;
  for (const event of closing) legality.accept(event);
  return closing;
}

const tornSentence = 'The last line of the recording was cut off and is left out.';

function sayTorn(event: TraceEvent): TraceEvent {
  if (event.type !== 'run-ended' || event.failure === null) return event;
  const sentence = `${event.failure.sentence} ${tornSentence}`;
  return { ...event, failure: { ...event.failure, sentence } };
}

function damaged(line: number, why: string): Result<never> {
  return failed(
    'trace_damaged',
    `This recording is damaged at line ${line}: ${why}.`,
    'Open another recording, or restore this one from a copy.',
  );
}

function tooNew(version: number): Result<never> {
  return failed(
    'trace_too_new',
    `This recording was made by a newer Interlock (format ${version}; this one reads up to ${traceVersion}).`,
    'Update Interlock to open it.',
  );
}

function unreadable(path: string, thrown: unknown): Result<never> {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return failed(
      'trace_not_found',
      `There is no file at ${path}.`,
      'Check the path, or choose another file.',
    );
  }
  return failed(
    'io_failed',
    `The file could not be read: ${thrownSentence(thrown)}.`,
    'Check that you may read it.',
  );
}
