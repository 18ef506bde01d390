import { Settings } from '@contract/settings';
import { useId, useState } from 'react';
import { TextField } from '../widgets/text-field';

export interface BaseUrlFieldProps {
  readonly label: string;
  readonly value: string | null;
  /** Where it leads when it is empty. */
  readonly own: string;
  /** Addresses that are offered. */
  readonly known?: ReadonlyArray<{ readonly name: string; readonly baseUrl: string }>;
  readonly onChange: (url: string | null) => void;
}

/** Kept on leaving the field or on Enter, where it is a URL or empty. */
export function BaseUrlField({ label, value, own, known = [], onChange }: BaseUrlFieldProps) {
  const [text, setText] = useState(value ?? '');
  const list = useId();
  const url = text.trim() === '' ? null : text.trim();
  const valid = Settings.shape.anthropicBaseUrl.safeParse(url).success;
  const keep = () => {
    if (valid && url !== value) onChange(url);
  };
  return (
    <div className="w-72">
      <TextField
        label={label}
        type="url"
        list={known.length > 0 ? list : undefined}
        placeholder={own}
        value={text}
        aria-invalid={!valid}
        className="w-full"
        onChange={setText}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
      {known.length > 0 && (
        <datalist id={list}>
          {known.map(({ name, baseUrl }) => (
            <option key={baseUrl} value={baseUrl} label={name} />
          ))}
        </datalist>
      )}
      {!valid && (
        <p role="alert" className="mt-1 text-sm text-failure">
          Give a whole address that begins with http:// or https://.
        </p>
      )}
    </div>
  );
}
