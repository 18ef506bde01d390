import { useState } from 'react';
import { TextField } from '../widgets/text-field';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number. What is typed stands as it is; only what fits is passed on. */
export function NumberField({ label, value, least, most, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(value);
  const number = Number(text);
  const valid = /^\d+$/.test(text.trim()) && number >= least && number <= most;
  return (
    <span className="inline-flex flex-col">
      <TextField
        label={label}
        inputMode="numeric"
        size="small"
        className="w-16 text-right tabular-nums"
        value={text}
        aria-invalid={!valid}
        onChange={(next) => {
          setTyped(next);
          const wanted = Number(next);
          if (/^\d+$/.test(next.trim()) && wanted >= least && wanted <= most) onChange(wanted);
        }}
        onBlur={() => {
          if (valid) setTyped(null);
        }}
      />
      {!valid && <span role="alert" className="text-sm text-failure">{`${least} to ${most}`}</span>}
    </span>
  );
}
