import type { Mode } from '@contract/run-options';
import { AlignJustify, ArrowDownNarrowWide, GitFork, Rows3 } from 'lucide-react';
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

export const modeIcon: Readonly<Record<Mode, ReactNode>> = {
  sequential: <ArrowDownNarrowWide aria-hidden />,
  batch: <AlignJustify aria-hidden />,
  mixed: <Rows3 aria-hidden />,
  planned: <GitFork aria-hidden />,
};
