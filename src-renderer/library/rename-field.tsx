import type { RunEntry } from '@contract/ipc';
import { useEffect, useRef, useState } from 'react';
import { renameRun } from '../shell/actions';
import { TextField } from '../widgets/text-field';
import { useLibrary } from './library-store';

/** Enter and leaving keep the new name, Escape keeps the old one. */
export function RenameField({ entry }: { readonly entry: RunEntry }) {
  const [name, setName] = useState(entry.name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const close = () => useLibrary.setState({ renaming: null });
  const keep = () => {
    close();
    if (name.trim() !== '' && name !== entry.name) void renameRun(entry.id, name);
  };
  return (
    <TextField
      label={`New name of ${entry.name}`}
      size="small"
      ref={field}
      maxLength={200}
      value={name}
      className="-ml-2 w-full"
      onChange={setName}
      onClick={(event) => event.stopPropagation()}
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') close();
      }}
    />
  );
}
