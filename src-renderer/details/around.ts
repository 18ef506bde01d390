import type { EventOf, TraceEvent } from '@contract/trace-event';
import type { SnapshotEntry, TraceModel } from '@contract/trace-model';
import type { Subject } from './subject';

/** The events of a step, by number: the first of it, and the last of it that has happened. */
export interface StepSpan {
  readonly first: number;
  readonly last: number;
}

/** @param cursor how far the step is known: what comes later is not part of it */
export function spanOf(subject: Subject, events: readonly TraceEvent[], cursor: number): StepSpan {
  switch (subject.kind) {
    case 'nothing':
      return { first: 0, last: 0 };
    case 'run':
      return { first: 1, last: cursor };
    case 'model': {
      const { number } = subject.turn;
      return bounds(events, cursor, (event) => 'turn' in event && event.turn === number);
    }
    case 'call': {
      const { id, startedAt } = subject.call;
      const begins = startedAt === null ? 'call-proposed' : 'call-started';
      return bounds(
        events,
        cursor,
        (event) => (event.type === begins || event.type === 'call-ended') && event.callId === id,
      );
    }
  }
}

function bounds(
  events: readonly TraceEvent[],
  cursor: number,
  belongs: (event: TraceEvent) => boolean,
): StepSpan {
  const upTo = events.length === cursor ? events : events.slice(0, cursor);
  const first = upTo.find(belongs)?.seq ?? 0;
  const last = upTo.findLast(belongs)?.seq ?? 0;
  const open = last === first && upTo[last - 1]?.type !== 'call-ended';
  return { first, last: open ? cursor : last };
}

/** What stands on either side of a step; the same twice where nothing was seen in it. */
export interface Around<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/**
 * The snapshots between which the step lies. A call's own ones count first: the look just before it acted, and the look after.
 * A write that nobody looked at afterwards is judged by the next snapshot there is.
 */
export function snapshotsAround(subject: Subject, span: StepSpan, model: TraceModel): Around<SnapshotEntry> {
  const { snapshots } = model;
  const latest = snapshots.findLast((each) => each.seq <= span.last) ?? null;
  if (subject.kind !== 'call') {
    const before = snapshots.findLast((each) => each.seq < span.first);
    const first = snapshots.find((each) => each.seq <= span.last);
    return { before: before ?? first ?? null, after: latest };
  }
  const { id, admission, startedAt } = subject.call;
  const own = snapshots.filter((each) => each.callId === id);
  const looked = own.findLast((each) => each.cause !== 'preflight');
  const unseenWrite = looked === undefined && admission?.effect === 'write' && startedAt !== null;
  const later = unseenWrite ? snapshots.find((each) => each.seq > span.last) : undefined;
  const after = looked ?? later ?? latest;
  const preflight = own.findLast((each) => each.cause === 'preflight');
  const before = preflight ?? snapshots.findLast((each) => each.seq < span.first);
  return { before: before ?? after, after };
}

export type Picture = EventOf<'screenshot-taken'>;

/** The pictures between which the step lies: the latest before it began, and the latest by its end. */
export function picturesAround(span: StepSpan, model: TraceModel): Around<Picture> {
  const { screenshots } = model;
  return {
    before: screenshots.findLast((each) => each.seq < span.first) ?? null,
    after: screenshots.findLast((each) => each.seq <= span.last) ?? null,
  };
}
