import type { Effect } from '@contract/footprint';
import type { Override, OverrideChange } from '@contract/run-options';
import type { Option } from '../widgets/select';

export type Treatment = Override | 'as-declared';

/** How a tool may be treated, as a person chooses it. @param declared what it says of itself */
export function treatments(declared: Effect): ReadonlyArray<Option<Treatment>> {
  return [
    { value: 'as-declared', label: `As declared: ${declared}` },
    { value: 'read', label: 'Read', note: 'May overlap with other reads.' },
    { value: 'write', label: 'Write', note: 'Waits for what it conflicts with.' },
    { value: 'alone', label: 'Always alone', note: 'Nothing of its turn runs beside it.' },
    { value: 'ask', label: 'Ask me', note: 'As declared, and you are asked before each call.' },
  ];
}

/** `Set to run alone, for this run`. */
export function overrideWords({ override, remembered }: Omit<OverrideChange, 'tool'>): string {
  return `Set to ${treated[override ?? 'as-declared']}, for ${remembered ? 'all runs' : 'this run'}`;
}

/** `You set click to run alone, for this run`. */
export function overrideSentence({ tool, ...said }: OverrideChange): string {
  return `You set ${tool}${overrideWords(said).slice('Set'.length)}`;
}

/** A few letters each, for a flag on the timeline. */
export const shortTreatment: Record<Treatment, string> = {
  'as-declared': 'as declared',
  read: 'read',
  write: 'write',
  alone: 'alone',
  ask: 'ask me',
};

const treated: Record<Treatment, string> = {
  'as-declared': 'count as it declares',
  read: 'count as a read',
  write: 'count as a write',
  alone: 'run alone',
  ask: 'ask you first',
};
