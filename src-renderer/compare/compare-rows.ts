import type { RunSummary } from '@contract/summary';
import type { TraceModel } from '@contract/trace-model';
import { duration } from '../widgets/units';

export interface CompareRow {
  readonly label: string;
  readonly left: string;
  readonly right: string;
  /** Shares of the larger of the two, 0 to 1; null where a bar would say nothing. */
  readonly bars: { readonly left: number; readonly right: number } | null;
  /** `3.9x`: how much more the larger is; `same`; null where one is nothing. */
  readonly ratio: string | null;
}

export interface Side {
  readonly summary: RunSummary;
  readonly model: TraceModel;
}

/** Two runs in numbers, line by line. */
export function compareRows(left: Side, right: Side): CompareRow[] {
  const row = (label: string, of: (side: Side) => number, say: (value: number) => string = grouped) =>
    numbers(label, of(left), of(right), say);
  return [
    row('Wall time', ({ summary }) => summary.wallMs, duration),
    row('Model time', ({ model }) => modelTime(model), duration),
    row('Turns', ({ summary }) => summary.turns),
    row('Calls', ({ summary }) => summary.calls),
    row('Calls at once', ({ summary }) => summary.maxConcurrency),
    row('Hazards', ({ summary }) => summary.hazards),
    row('Stale refs', ({ summary }) => summary.staleRefs),
    row('Skipped calls', ({ summary }) => summary.skipped),
    row('Writes observed', ({ summary }) => summary.writesDelivered),
    ...(tokens(left) + tokens(right) === 0
      ? []
      : [row('Tokens', tokens), cost(left.model.costUsd, right.model.costUsd)]),
    words('Verified', verified(left.summary), verified(right.summary)),
  ];
}

/** A demo uses none. */
function tokens({ model: { usage } }: Side): number {
  return usage.input + usage.output + usage.cacheRead + usage.cacheWrite;
}

/** Milliseconds in which a model was awaited. */
export function modelTime(model: TraceModel): number {
  return model.turns.reduce((sum, { model: span }) => {
    return span === null ? sum : sum + (span.ended?.at ?? model.now) - span.requestedAt;
  }, 0);
}

function numbers(label: string, left: number, right: number, say: (value: number) => string): CompareRow {
  const most = Math.max(left, right);
  const least = Math.min(left, right);
  return {
    label,
    left: say(left),
    right: say(right),
    bars: most === least ? null : { left: left / most, right: right / most },
    ratio: most === least ? 'same' : least === 0 ? null : `${(most / least).toFixed(1)}x`,
  };
}

function cost(left: number | null, right: number | null): CompareRow {
  if (left === null || right === null) return words('Cost', dollars(left), dollars(right));
  return numbers('Cost', left, right, dollars);
}

function words(label: string, left: string, right: string): CompareRow {
  return { label, left, right, bars: null, ratio: left === right ? 'same' : null };
}

function dollars(cost: number | null): string {
  return cost === null ? 'not known' : `$${cost.toFixed(3)}`;
}

function verified({ verified: outcome }: RunSummary): string {
  return outcome === null ? 'not checked' : outcome ? 'yes' : 'no';
}

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}
