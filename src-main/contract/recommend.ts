import type { Mode } from './run-options';
import type { ToolInfo } from './trace-event';

export interface Recommendation {
  readonly mode: Mode;
  /** Why, in a sentence that a person can check against the tools at hand. */
  readonly because: string;
}

/** The tools at hand, by what matters to the choice. */
interface AtHand {
  readonly reads: readonly ToolInfo[];
  readonly writes: readonly ToolInfo[];
  readonly all: readonly ToolInfo[];
}

interface Situation {
  /** As a person would call it. */
  readonly name: string;
  readonly mode: Mode;
  readonly holds: (tools: AtHand) => boolean;
  readonly because: (tools: AtHand) => string;
}

/**
 * Eight situations, of which the first that holds decides. They turn the rule of the house into a table: batch for reads,
 * sequential for writes, in doubt a write, and look again after a write.
 */
export const situations: readonly Situation[] = [
  {
    name: 'no tools',
    mode: 'sequential',
    holds: ({ all }) => all.length === 0,
    because: () => 'No tools are at hand, so there is nothing to overlap.',
  },
  {
    name: 'one tool that reads',
    mode: 'batch',
    holds: ({ all, writes }) => all.length === 1 && writes.length === 0,
    because: () => 'The only tool reads: its calls can overlap without a hazard.',
  },
  {
    name: 'reads alone',
    mode: 'batch',
    holds: ({ writes }) => writes.length === 0,
    because: ({ reads }) => `All ${reads.length} tools only read: they can overlap without a hazard.`,
  },
  {
    name: 'writes alone',
    mode: 'sequential',
    holds: ({ reads }) => reads.length === 0,
    because: ({ writes }) =>
      writes.length === 1
        ? 'The only tool writes: one call at a time, with a look after each.'
        : `All ${writes.length} tools write: one at a time, with a look after each.`,
  },
  {
    name: 'a screen',
    mode: 'mixed',
    holds: ({ writes }) => writes.some(isOf('screen')),
    because: (tools) =>
      `${counts(tools)}, and some act on a screen: reads overlap, and writes go one by one, each on what the last look showed.`,
  },
  {
    name: 'tools of servers',
    mode: 'mixed',
    holds: ({ all }) => all.some(isOf('foreign')),
    because: (tools) =>
      `${counts(tools)}, and what a server says of its tools is a hint: what conflicts, or may, waits its turn.`,
  },
  {
    name: 'what is found decides what is written',
    mode: 'planned',
    holds: ({ reads, writes }) => reads.some(isOf('web')) && writes.length > 0,
    because: (tools) =>
      `${counts(tools)}, none of them on a screen: in a plan each starts as soon as what it needs is there.`,
  },
  {
    name: 'reads and writes',
    mode: 'mixed',
    holds: () => true,
    because: (tools) => `${counts(tools)}: the reads overlap, conflicting calls wait their turn.`,
  },
];

/** The mode for a task whose model has these tools at hand. */
export function recommendMode(tools: readonly ToolInfo[]): Recommendation {
  const withEffect = (effect: ToolInfo['effect']) => tools.filter((tool) => tool.effect === effect);
  const atHand: AtHand = { all: tools, reads: withEffect('read'), writes: withEffect('write') };
  const found = situations.find(({ holds }) => holds(atHand));
  if (found === undefined) throw new Error('the last situation holds always');
  return { mode: found.mode, because: found.because(atHand) };
}

function isOf(place: ToolInfo['place']): (tool: ToolInfo) => boolean {
  return (tool) => tool.place === place;
}

function counts({ reads, writes }: AtHand): string {
  const reading = `${reads.length} ${reads.length === 1 ? 'tool reads' : 'tools read'}`;
  return `${reading} and ${writes.length} ${writes.length === 1 ? 'writes' : 'write'}`;
}
