import type { Override, Overrides } from './run-options';
import type { TraceModel } from './trace-model';

/** @param override null: as the tool says of itself */
export function withOverride(overrides: Overrides, tool: string, override: Override | null): Overrides {
  const { [tool]: _before, ...others } = overrides;
  return override === null ? others : { ...others, [tool]: override };
}

/** The person's word on a tool, at the moment that the model is of. */
export function overrideNow({ run, overrideChanges }: TraceModel, tool: string): Override | null {
  const changed = overrideChanges.findLast((each) => each.tool === tool);
  if (changed !== undefined) return changed.override;
  return new Map(Object.entries(run?.request.overrides ?? {})).get(tool) ?? null;
}
