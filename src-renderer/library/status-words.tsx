import type { RunSummary } from '@contract/summary';
import { Ban, CircleAlert, CircleCheck, CircleDashed, CircleStop, Gauge, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';

export type ShownStatus = RunSummary['status'] | 'unreadable';

export interface StatusWords {
  readonly label: string;
  readonly icon: ReactNode;
  /** Hue only where it means failure; the icon and the word tell the rest. */
  readonly hue: string;
}

export const statusWords: Readonly<Record<ShownStatus, StatusWords>> = {
  running: {
    label: 'Running',
    icon: <LoaderCircle aria-hidden className="motion-safe:animate-spin" />,
    hue: 'text-text',
  },
  completed: { label: 'Completed', icon: <CircleCheck aria-hidden />, hue: 'text-muted' },
  stopped: { label: 'Stopped', icon: <CircleStop aria-hidden />, hue: 'text-muted' },
  limit: { label: 'Reached a limit', icon: <Gauge aria-hidden />, hue: 'text-hazard' },
  failed: { label: 'Failed', icon: <CircleAlert aria-hidden />, hue: 'text-failure' },
  interrupted: { label: 'Interrupted', icon: <CircleDashed aria-hidden />, hue: 'text-hazard' },
  unreadable: { label: 'Cannot be read', icon: <Ban aria-hidden />, hue: 'text-failure' },
};

export function statusOf(summary: RunSummary | null): ShownStatus {
  return summary === null ? 'unreadable' : summary.status;
}
