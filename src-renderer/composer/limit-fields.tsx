import { Limits } from '@contract/run-options';
import { useState } from 'react';
import { TextField } from '../widgets/text-field';
import { grouped } from '../widgets/units';

interface LimitRow {
  readonly name: keyof Limits;
  readonly label: string;
  readonly unit: string;
}

const rows: readonly LimitRow[] = [
  { name: 'concurrentCalls', label: 'Calls at once', unit: 'calls' },
  { name: 'turns', label: 'Turns', unit: 'turns' },
  { name: 'callTimeoutMs', label: 'Time for one call', unit: 'ms' },
  { name: 'tokens', label: 'Tokens for the run', unit: 'tokens' },
  { name: 'minutes', label: 'Time for the run', unit: 'min' },
];

export interface LimitFieldsProps {
  readonly limits: Limits;
  readonly onChange: (limits: Limits) => void;
}

export function LimitFields({ limits, onChange }: LimitFieldsProps) {
  return (
    <fieldset className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1.5">
      <legend className="mb-1.5 font-medium">Limits</legend>
      {rows.map((row) => (
        <LimitField
          key={`${row.name} ${limits[row.name]}`}
          row={row}
          value={limits[row.name]}
          onChange={(value) => onChange({ ...limits, [row.name]: value })}
        />
      ))}
    </fieldset>
  );
}

/** What is typed is kept as it is; only what the contract allows is passed on. */
function LimitField({
  row,
  value,
  onChange,
}: {
  row: LimitRow;
  value: number;
  onChange: (value: number) => void;
}) {
  const [text, setText] = useState(grouped(value));
  const parsed = Limits.shape[row.name].safeParse(Number(text.replaceAll(',', '')));
  const valid = text.trim() !== '' && parsed.success;
  const commit = () => {
    if (valid && parsed.data !== value) onChange(parsed.data);
  };
  return (
    <>
      <span>
        {row.label}
        {!valid && (
          <span className="block text-sm text-failure">
            {parsed.error?.issues[0]?.message ?? 'Give a number.'}
          </span>
        )}
      </span>
      <span className="flex items-center gap-1.5">
        <TextField
          label={row.label}
          inputMode="decimal"
          value={text}
          aria-invalid={!valid}
          size="small"
          className="w-24 text-right tabular-nums"
          onChange={setText}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
        <span className="w-11 text-sm text-muted">{row.unit}</span>
      </span>
    </>
  );
}
