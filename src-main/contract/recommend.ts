import type { Mode } from './run-options';
import type { ToolInfo } from './trace-event';

export interface Recommendation {
  readonly mode: Mode;
  /** Why, in a sentence that a person can check against the tools at hand. */
  readonly because: string;
}

/** The mode for a task whose model has these tools at hand: batch for reads, sequential for writes, in doubt a write. */
export function recommendMode(tools: readonly ToolInfo[]): Recommendation {
  const writes = tools.filter((tool) => tool.effect === 'write');
  const reads = tools.length - writes.length;
  if (tools.length === 0)
    return { mode: 'sequential', because: 'No tools are at hand, so there is nothing to overlap.' };
  if (writes.length === 0) {
    return {
      mode: 'batch',
      because:
        reads === 1
          ? 'The only tool reads: its calls can overlap without a hazard.'
          : `All ${reads} tools only read: they can overlap without a hazard.`,
    };
  }
  if (reads === 0) {
    return {
      mode: 'sequential',
      because:
        writes.length === 1
          ? 'The only tool writes: one call at a time, with a look after each.'
          : `All ${writes.length} tools write: one at a time, with a look after each.`,
    };
  }
  return {
    mode: 'mixed',
    because: `${reads} ${reads === 1 ? 'tool reads' : 'tools read'} and ${writes.length} ${writes.length === 1 ? 'writes' : 'write'}: the reads overlap, conflicting calls wait their turn.`,
  };
}
