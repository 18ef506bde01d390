import { Settings } from '@contract/settings';
import { useState } from 'react';
import { changeSettings } from '../shell/actions';
import { TextField } from '../widgets/text-field';

/** Kept on leaving the field or on Enter, where it is a URL or empty. */
export function BaseUrlField({ value }: { readonly value: string | null }) {
  const [text, setText] = useState(value ?? '');
  const url = text.trim() === '' ? null : text.trim();
  const valid = Settings.shape.anthropicBaseUrl.safeParse(url).success;
  const keep = () => {
    if (valid && url !== value) changeSettings({ anthropicBaseUrl: url });
  };
  return (
    <div className="w-72">
      <TextField
        label="Base URL"
        type="url"
        placeholder="https://api.anthropic.com"
        value={text}
        aria-invalid={!valid}
        className="w-full"
        onChange={setText}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
      {!valid && (
        <p role="alert" className="mt-1 text-sm text-failure">
          Give a whole address that begins with http:// or https://.
        </p>
      )}
    </div>
  );
}
