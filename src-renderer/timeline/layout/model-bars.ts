import type { Turn } from '@contract/trace-model';
import { duration } from '../../widgets/units';
import { barHeight, leastBar } from './metrics';
import { type ModelSegment, modelSegments } from './model-segments';
import type { BarLabel, BarShape } from './scene';
import type { Sight } from './sight';
import { xOf } from './time-scale';

/** A turn's model, from the request to the answer: one bar for each thing that it did. */
export function modelBars({ model, number }: Turn, y: number, { scale, until, now }: Sight): BarShape[] {
  if (model === null) return [];
  const segments = modelSegments(model, now);
  return segments.flatMap((segment, at): BarShape[] => {
    const { kind, start, end } = segment;
    if (end < scale.start || start > until) return [];
    const last = at === segments.length - 1;
    const x = xOf(scale, start);
    return [
      {
        of: { kind: 'model', turn: number },
        tone: kind,
        effect: null,
        x,
        y,
        width: Math.max(leastBar, xOf(scale, end) - x),
        height: barHeight,
        open: model.ended === null && last,
        failed: kind === 'lost' || (last && model.ended?.kind === 'failed'),
        marked: false,
        waits: [],
        label: labelOf(segment),
        room: last ? Number.POSITIVE_INFINITY : 0,
      },
    ];
  });
}

const words: Record<ModelSegment['kind'], string> = {
  lost: 'lost',
  pause: 'waiting',
  thinking: 'thinking',
  streaming: 'writing',
};

function labelOf({ kind, start, end }: ModelSegment): BarLabel {
  const took = duration(end - start);
  return { long: `${words[kind]} ${took}`, short: took, elide: false };
}
