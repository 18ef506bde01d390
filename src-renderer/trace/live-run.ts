import type { RunId } from '@contract/ids';
import type { TraceEvent } from '@contract/trace-event';
import { emptyModel, type TraceModel } from '@contract/trace-model';
import { create } from 'zustand';
import { type ModelHistory, modelHistory } from './model-at';

/** The run under way, opened or not: what a person is asked does not depend on what they look at. */
export interface LiveRun {
  readonly id: RunId;
  readonly events: readonly TraceEvent[];
  readonly history: ModelHistory;
}

export const useLiveRun = create<{ readonly live: LiveRun | null }>()(() => ({ live: null }));

/** Takes what follows on what is known; the rest is known already, or comes whole when the run is opened. */
export function followLive(id: RunId, arrived: readonly TraceEvent[]): void {
  const { live } = useLiveRun.getState();
  const known = live?.id === id ? live : { id, events: [], history: modelHistory() };
  const fresh = arrived.filter((event) => event.seq > known.events.length);
  if (fresh[0]?.seq !== known.events.length + 1) return;
  useLiveRun.setState({ live: { ...known, events: [...known.events, ...fresh] } });
}

/** The model of everything that was heard of the run under way; an empty one where none was ever heard of. */
export function useLiveModel(): TraceModel {
  return useLiveRun(({ live }) =>
    live === null ? emptyModel : live.history.at(live.events, live.events.length),
  );
}
