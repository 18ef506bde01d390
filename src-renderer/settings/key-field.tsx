import { keyOwnerNames } from '@contract/model-server';
import type { KeyOwner } from '@contract/settings';
import { useState } from 'react';
import { storeKey } from '../shell/actions';
import { Button } from '../widgets/button';
import { TextField } from '../widgets/text-field';

export interface KeyFieldProps {
  readonly of: KeyOwner;
  readonly placeholder: string;
}

/** The key goes to the main process and is forgotten here at once. */
export function KeyField({ of, placeholder }: KeyFieldProps) {
  const [key, setKey] = useState('');
  const store = () => {
    const entered = key.trim();
    if (entered === '') return;
    void storeKey(of, entered).then((stored) => {
      if (stored) setKey('');
    });
  };
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        store();
      }}
    >
      <TextField
        label={`${keyOwnerNames[of]} key`}
        type="password"
        autoComplete="off"
        placeholder={placeholder}
        value={key}
        className="w-52"
        onChange={setKey}
      />
      <Button type="submit" disabled={key.trim() === ''}>
        Keep
      </Button>
    </form>
  );
}
