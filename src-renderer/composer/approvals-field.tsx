import type { Approvals } from '@contract/run-options';
import { type Option, Select } from '../widgets/select';

const options: ReadonlyArray<Option<Approvals>> = [
  { value: 'sensitive', label: 'What is sensitive', note: 'Secure fields, and what cannot be undone.' },
  { value: 'writes', label: 'Each write', note: 'Reads go on while you are asked.' },
  { value: 'turns', label: 'Each response', note: 'All of its calls at once, before any of them runs.' },
];

export interface ApprovalsFieldProps {
  readonly approvals: Approvals;
  readonly onChange: (approvals: Approvals) => void;
}

export function ApprovalsField({ approvals, onChange }: ApprovalsFieldProps) {
  return (
    <section aria-label="Asking you" className="grid grid-cols-[1fr_auto] items-center gap-x-3">
      <h3 className="font-medium">Ask me before</h3>
      <Select
        label="Ask me before"
        size="small"
        className="w-40"
        options={options}
        value={approvals}
        onChange={onChange}
      />
    </section>
  );
}
