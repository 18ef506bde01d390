import { duration } from '../../widgets/units';
import type { Layout, TurnLayout } from './layout';
import { barHeight, leastBar } from './metrics';
import type { BarShape } from './scene';
import type { Sight } from './sight';
import { inWords, summaryOf } from './summary';
import { xOf } from './time-scale';

/** One bar for all that a folded actor did: as long as it worked, in the colour of what overlapped. */
export function summaryBars(
  { turn, nesting }: TurnLayout,
  { turns }: Layout,
  y: number,
  { scale, until, now }: Sight,
): BarShape[] {
  const summary = summaryOf(turns, nesting.actor, now);
  const end = Math.min(summary.until, now);
  if (summary.from > until || end < scale.start) return [];
  const x = xOf(scale, summary.from);
  const short = inWords(summary);
  return [
    {
      of: { kind: 'model', turn: turn.number },
      tone: summary.parallel ? 'parallel' : 'sequential',
      effect: null,
      x,
      y,
      width: Math.max(leastBar, xOf(scale, end) - x),
      height: barHeight,
      open: summary.until === Number.POSITIVE_INFINITY,
      failed: summary.failed,
      marked: false,
      waits: [],
      label: { long: `${short}  ${duration(end - summary.from)}`, short, elide: true },
      room: Number.POSITIVE_INFINITY,
    },
  ];
}
