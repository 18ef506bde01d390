import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** A second, quieter line. */
  readonly note?: string;
  readonly disabled?: boolean;
}

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly options: ReadonlyArray<Option<T>>;
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly placeholder?: string;
  readonly size?: keyof typeof sizes;
  readonly disabled?: boolean;
  readonly className?: string;
  /** Stands in the control before the value; the label is for those who cannot see it. */
  readonly prefix?: ReactNode;
}

const sizes = { small: 'h-6 text-sm', medium: 'h-7' } as const;

export function Select<T extends string>(props: SelectProps<T>) {
  const {
    label,
    options,
    value,
    onChange,
    placeholder = 'Choose',
    size = 'medium',
    disabled = false,
  } = props;
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <Radix.Root value={value ?? ''} onValueChange={choose} disabled={disabled}>
      <Radix.Trigger
        aria-label={label}
        className={classes(
          'inline-flex min-w-0 items-center gap-1.5 rounded border border-edge bg-panel px-2 text-left hover:bg-hover',
          'disabled:pointer-events-none disabled:opacity-45',
          sizes[size],
          props.className,
        )}
      >
        {props.prefix !== undefined && <span className="shrink-0 text-muted">{props.prefix}</span>}
        <span className="min-w-0 flex-1 truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-[min(24rem,var(--radix-select-content-available-height))] min-w-[var(--radix-select-trigger-width)] max-w-96 overflow-hidden rounded bg-raised shadow-raised"
        >
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <SelectItem key={option.value} option={option} />
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function SelectItem<T extends string>({ option }: { readonly option: Option<T> }) {
  return (
    <Radix.Item
      value={option.value}
      disabled={option.disabled ?? false}
      className="flex min-h-6 items-start gap-1.5 rounded py-0.5 pr-2 pl-6 outline-none data-[disabled]:opacity-45 data-[highlighted]:bg-selected relative"
    >
      <Radix.ItemIndicator className="absolute top-1.5 left-1.5">
        <Check aria-hidden className="size-3.5" />
      </Radix.ItemIndicator>
      <span className="min-w-0">
        <Radix.ItemText>{option.label}</Radix.ItemText>
        {option.note !== undefined && <span className="block text-sm text-muted">{option.note}</span>}
      </span>
    </Radix.Item>
  );
}
