import type { KeyOwner, KeySource } from '@contract/settings';
import { forgetKey } from '../shell/actions';
import { useAbout } from '../shell/app-store';
import { Button } from '../widgets/button';
import { KeyField } from './key-field';
import { Line } from './parts';

export interface KeyLineProps {
  readonly of: KeyOwner;
  readonly variable: string;
  readonly placeholder: string;
}

/** Where a provider's key comes from, and how to change that. */
export function KeyLine({ of, variable, placeholder }: KeyLineProps) {
  const source = useAbout().keySources[of];
  const notes: Readonly<Record<KeySource, string>> = {
    environment: `Taken from ${variable}.`,
    stored: 'Kept by the system, encrypted.',
    none: 'Kept by the system, encrypted. It never comes back into this window.',
  };
  return (
    <Line label="Key" note={notes[source]}>
      {source === 'stored' ? (
        <Button onClick={() => void forgetKey(of)}>Forget the key</Button>
      ) : source === 'none' ? (
        <KeyField of={of} placeholder={placeholder} />
      ) : null}
    </Line>
  );
}
