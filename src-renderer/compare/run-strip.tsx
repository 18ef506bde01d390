import { useMemo } from 'react';
import { modeIcon, modeLabel } from '../composer/modes';
import { classes } from '../widgets/classes';
import { duration } from '../widgets/units';
import { type StripBar, stripBars } from './strip-bars';
import type { ComparedRun } from './use-compared-run';

const hue: Readonly<Record<StripBar['kind'], string>> = {
  model: 'fill-model',
  sequential: 'fill-sequential',
  parallel: 'fill-parallel',
};

/** Pixels: a lane, and the bar in it. */
const laneHeight = 8;
const barHeight = 6;

/** One run on a scale that it shares with another. */
export function RunStrip({
  run,
  scale,
}: {
  readonly run: Extract<ComparedRun, { state: 'ready' }>;
  readonly scale: number;
}) {
  const bars = useMemo(() => stripBars(run.model), [run.model]);
  const lanes = bars.reduce((most, bar) => Math.max(most, bar.lane + 1), 1);
  const share = (ms: number) => `${(ms / scale) * 100}%`;
  return (
    <figure className="flex items-start gap-3">
      <figcaption className="flex w-40 shrink-0 items-center gap-1.5 [&_svg]:size-3.5 [&_svg]:shrink-0">
        {modeIcon[run.summary.mode]}
        {modeLabel[run.summary.mode]}
        <span className="min-w-0 truncate text-muted">{run.name}</span>
      </figcaption>
      <div className="min-w-0 flex-1 border-l pl-px">
        <svg
          role="img"
          aria-label={`${run.name}: ${duration(run.model.now)}, ${run.summary.turns} turns`}
          width="100%"
          height={lanes * laneHeight}
          className="block overflow-visible"
        >
          {bars.map((bar) => (
            <rect
              key={bar.key}
              x={share(bar.start)}
              y={bar.lane * laneHeight}
              width={share(Math.max(bar.end - bar.start, scale / 2000))}
              height={bar.kind === 'parallel' ? barHeight : barHeight - 2}
              className={classes(hue[bar.kind], bar.kind === 'model' && 'opacity-60')}
            >
              <title>{`${bar.says}, ${duration(bar.end - bar.start)}`}</title>
            </rect>
          ))}
        </svg>
      </div>
      <span className="w-16 shrink-0 text-right tabular-nums">{duration(run.model.now)}</span>
    </figure>
  );
}
