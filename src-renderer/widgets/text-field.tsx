import { Search, X } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes';
import { IconButton } from './icon-button';

const sizes = { small: 'h-6 text-sm', medium: 'h-7' } as const;
const box = 'rounded border border-edge bg-panel focus-within:border-focus';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'size' | 'onChange' | 'value'> {
  /** Its accessible name; give a visible label an `id` and use `aria-labelledby` instead where there is one. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly size?: keyof typeof sizes;
}

export function TextField({ label, value, onChange, size = 'medium', className, ...rest }: TextFieldProps) {
  return (
    <input
      type="text"
      aria-label={label}
      spellCheck={false}
      {...rest}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={classes(
        box,
        'min-w-0 px-2 aria-invalid:border-failure disabled:opacity-45',
        sizes[size],
        className,
      )}
    />
  );
}

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly size?: keyof typeof sizes;
  readonly className?: string;
  readonly ref?: ComponentProps<'input'>['ref'];
  /** @param back with Shift */
  readonly onEnter?: (back: boolean) => void;
}

/** Escape empties it first; a second Escape is for whoever stands around it. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, placeholder = label, size = 'small', className, ref } = props;
  return (
    <span className={classes(box, 'inline-flex min-w-0 items-center gap-1.5 pl-2', sizes[size], className)}>
      <Search aria-hidden className="size-3.5 shrink-0 text-muted" />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onEnter?.(event.shiftKey);
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          onChange('');
        }}
        className="min-w-0 flex-1 bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {value !== '' && (
        <IconButton label="Clear" icon={<X aria-hidden />} onClick={() => onChange('')} className="!size-5" />
      )}
    </span>
  );
}
