import { Eye, EyeOff } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { IconButton } from '../widgets/icon-button';

export interface SecretFieldProps {
  readonly label: string;
  /** The one place that holds what was typed: no state and no store ever does. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onFilled: (filled: boolean) => void;
  readonly onEnter: () => void;
}

export function SecretField({ label, field, onFilled, onEnter }: SecretFieldProps) {
  const [revealed, setRevealed] = useState(false);
  return (
    <span className="inline-flex h-7 w-72 items-center rounded border border-edge bg-panel pr-0.5 focus-within:border-focus">
      <input
        ref={field}
        data-first
        type={revealed ? 'text' : 'password'}
        aria-label={label}
        placeholder="Type it here"
        maxLength={4096}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        className="min-w-0 flex-1 bg-transparent px-2 outline-none"
        onInput={({ currentTarget }) => onFilled(currentTarget.value !== '')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onEnter();
        }}
      />
      <IconButton
        label={revealed ? 'Hide what is typed' : 'Show what is typed'}
        icon={revealed ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        pressed={revealed}
        onClick={() => setRevealed(!revealed)}
      />
    </span>
  );
}
