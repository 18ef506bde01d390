import type { ReactNode } from 'react';
import { classes } from './classes';

export type Tone =
  | 'neutral'
  | 'sequential'
  | 'parallel'
  | 'model'
  | 'failure'
  | 'hazard'
  | 'added'
  | 'removed';

const tones: Record<Tone, string> = {
  neutral: 'text-muted border-line',
  sequential: 'text-sequential border-sequential/40',
  parallel: 'text-parallel border-parallel/40',
  model: 'text-model border-model/40',
  failure: 'text-failure border-failure/40',
  hazard: 'text-hazard border-hazard/40',
  added: 'text-added border-added/40',
  removed: 'text-removed border-removed/40',
};

/** A word or a count with a meaning. The words say it too; the hue only helps. */
export function Badge({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={classes(
        'inline-flex h-[1.125rem] shrink-0 items-center gap-1 whitespace-nowrap rounded border px-1 text-xs tabular-nums',
        '[&_svg]:size-3',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
