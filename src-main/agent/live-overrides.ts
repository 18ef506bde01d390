import type { Override, OverrideChange, Overrides } from '../contract/run-options';
import type { EventSink } from '../contract/trace-event';

/** The person's word on each tool, which they may change while the run goes on. */
export interface LiveOverrides {
  readonly of: (tool: string) => Override | null;
  /** What says nothing new is not recorded. */
  change(change: OverrideChange): void;
}

/** @param chosen before the run began */
export function liveOverrides(chosen: Overrides, emit: EventSink): LiveOverrides {
  const now = new Map(Object.entries(chosen));
  const of = (tool: string) => now.get(tool) ?? null;
  return {
    of,
    change({ tool, override, remembered }) {
      if (of(tool) === override && !remembered) return;
      if (override === null) now.delete(tool);
      else now.set(tool, override);
      emit({ type: 'override-changed', tool, override, remembered });
    },
  };
}
