import { useState } from 'react';
import { storeKey } from '../shell/actions';
import { Button } from '../widgets/button';
import { TextField } from '../widgets/text-field';

/** The key goes to the main process and is forgotten here at once. */
export function KeyField() {
  const [key, setKey] = useState('');
  const store = () => {
    const entered = key.trim();
    if (entered === '') return;
    void storeKey(entered).then((stored) => {
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
        label="Anthropic key"
        type="password"
        autoComplete="off"
        placeholder="sk-ant-..."
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
