import { turnOverlap } from '@contract/overlap';
import type { TraceModel } from '@contract/trace-model';

export interface StripBar {
  readonly key: string;
  readonly kind: 'model' | 'sequential' | 'parallel';
  /** Milliseconds from the run's start. */
  readonly start: number;
  readonly end: number;
  /** 0 is the model's lane; calls are stacked below. */
  readonly lane: number;
  readonly says: string;
}

/** A run as bars in lanes that all turns share. */
export function stripBars(model: TraceModel): StripBar[] {
  return model.turns.flatMap((turn) => {
    const bars: StripBar[] = [];
    if (turn.model !== null) {
      const end = turn.model.ended?.at ?? model.now;
      const says = `Turn ${turn.number}: model`;
      bars.push({ key: `m${turn.number}`, kind: 'model', start: turn.model.requestedAt, end, lane: 0, says });
    }
    const overlap = turnOverlap(turn, model.now);
    turn.calls.forEach((call, index) => {
      const place = overlap.calls[index];
      if (place === null || place === undefined || call.startedAt === null) return;
      bars.push({
        key: call.id,
        kind: place.parallel ? 'parallel' : 'sequential',
        start: call.startedAt,
        end: call.ended?.at ?? model.now,
        lane: place.lane + 1,
        says: `Turn ${turn.number}: ${call.tool}`,
      });
    });
    return bars;
  });
}
