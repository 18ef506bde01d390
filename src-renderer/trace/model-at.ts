import { reduce } from '@contract/reduce';
import type { TraceEvent } from '@contract/trace-event';
import { emptyModel, type TraceModel } from '@contract/trace-model';

/** Events between two kept models: the most that a jump of the cursor has to reduce again. */
const stride = 256;

/** Models along a growing list of events. Jumping costs at most `stride` reductions; going forward costs one an event. */
export interface ModelHistory {
  /** The model after the first `cursor` events. */
  at(events: readonly TraceEvent[], cursor: number): TraceModel;
}

/** One per opened trace: it trusts that the events it has seen do not change, only grow. */
export function modelHistory(): ModelHistory {
  const kept: TraceModel[] = [emptyModel];
  /** Every model since a kept one, as far as was asked for: a person goes back and forth within a few steps. */
  let stretch: TraceModel[] = [emptyModel];
  return {
    at(events, cursor) {
      const wanted = Math.min(Math.max(0, cursor), events.length);
      const from = kept[Math.min(Math.floor(wanted / stride), kept.length - 1)] ?? emptyModel;
      if (stretch[0] !== from) stretch = [from];
      let model = stretch[Math.min(wanted - from.cursor, stretch.length - 1)] ?? from;
      while (model.cursor < wanted) {
        const event = events[model.cursor];
        if (event === undefined) break;
        model = reduce(model, event);
        stretch.push(model);
        if (model.cursor === kept.length * stride) {
          kept.push(model);
          stretch = [model];
        }
      }
      return model;
    },
  };
}
