import { Toggle as Radix, Switch } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { classes } from './classes';

export interface ToggleProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export interface SwitchProps extends ToggleProps {
  /** Its accessible name, where the words beside it are not. */
  readonly name?: string;
}

/** On or off, at once: a switch with its words beside it. */
export function Toggle({ label, name, checked, onChange, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <span className="inline-flex items-center gap-2">
      <Switch.Root
        id={id}
        {...(name === undefined ? {} : { 'aria-label': name })}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        className="inline-flex h-4 w-7 shrink-0 items-center rounded-full border border-edge bg-sunken px-px focus-visible:outline-offset-1 disabled:opacity-45 data-[state=checked]:border-text data-[state=checked]:bg-text"
      >
        <Switch.Thumb className="size-3 rounded-full bg-muted transition-transform duration-100 data-[state=checked]:translate-x-3 data-[state=checked]:bg-inverse" />
      </Switch.Root>
      <label htmlFor={id}>{label}</label>
    </span>
  );
}

export interface ToggleChipProps extends ToggleProps {
  readonly children: ReactNode;
  readonly className?: string;
}

/** A small button that stays down, for filters in a row. `label` is what it does; `children` what it shows. */
export function ToggleChip({
  label,
  checked,
  onChange,
  disabled = false,
  children,
  className,
}: ToggleChipProps) {
  return (
    <Radix.Root
      aria-label={label}
      pressed={checked}
      onPressedChange={onChange}
      disabled={disabled}
      className={classes(
        'inline-flex h-6 shrink-0 items-center gap-1 rounded border border-transparent px-1.5 text-sm tabular-nums hover:bg-hover',
        'data-[state=off]:text-muted data-[state=on]:border-edge data-[state=on]:bg-selected disabled:opacity-45',
        className,
      )}
    >
      {children}
    </Radix.Root>
  );
}
