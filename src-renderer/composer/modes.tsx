import type { Mode } from '@contract/run-options';
import type { ReactNode } from 'react';

export const modeLabel: Readonly<Record<Mode, string>> = {
  sequential: 'Sequential',
  batch: 'Batch',
  mixed: 'Mixed',
  planned: 'Planned',
};

/** What it does, in a sentence. */
export const modeSays: Readonly<Record<Mode, string>> = {
  sequential: 'One call a turn, and a fresh look after each write.',
  batch: 'All calls of a turn at once, and no look after a write.',
  mixed: 'Reads overlap; a call waits for every earlier one that it conflicts with.',
  planned: 'The model sends a plan; each task starts when what it needs is done.',
};

/** Each as three small bars over time: one after another, all at once, two at once and then one. */
export const modeIcon: Readonly<Record<Mode, ReactNode>> = {
  sequential: <Bars bars={['after 0', 'after 1', 'after 2']} />,
  batch: <Bars bars={['beside', 'beside', 'beside']} />,
  mixed: <Bars bars={['beside', 'beside', 'after 2']} />,
  planned: <Bars bars={['beside', 'after 1', 'after 2']} />,
};

type Bar = 'beside' | `after ${0 | 1 | 2}`;

const starts: Readonly<Record<Bar, number>> = { beside: 0, 'after 0': 0, 'after 1': 4.5, 'after 2': 9 };

function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  return (
    <svg aria-hidden viewBox="0 0 14 14">
      {bars.map((bar, row) => (
        <rect
          key={`${row} ${bar}`}
          x={starts[bar]}
          y={1.5 + row * 4}
          width={bar === 'beside' ? 9 : 5}
          height={3}
          rx={0.75}
          className={bar === 'beside' ? 'fill-parallel' : 'fill-sequential'}
        />
      ))}
    </svg>
  );
}
