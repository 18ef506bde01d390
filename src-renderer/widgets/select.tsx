import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { styleNonce } from '../style-nonce';
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
  const [open, setOpen] = useState(false);
  const chosen = options.find((each) => each.value === value);
  const choose = (wanted: string) => {
    const option = options.find((each) => each.value === wanted);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={choose}
      disabled={disabled}
      open={open}
      onOpenChange={setOpen}
    >
      <Radix.Trigger
        aria-label={`${label}: ${chosen?.label ?? placeholder}`}
        className={classes(
          'inline-flex min-w-0 items-center gap-1.5 rounded border border-edge bg-panel px-2 text-left hover:bg-hover',
          'disabled:pointer-events-none disabled:opacity-45',
          sizes[size],
          props.className,
        )}
      >
        {props.prefix !== undefined && <span className="shrink-0 text-muted">{props.prefix}</span>}
        <span className={classes('min-w-0 flex-1 truncate', chosen === undefined && 'text-muted')}>
          <Radix.Value>{chosen?.label ?? placeholder}</Radix.Value>
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />
      </Radix.Trigger>
      {open && <Options options={options} />}
    </Radix.Root>
  );
}

/** Made only while it is open: there can be hundreds. */
function Options<T extends string>({ options }: Pick<SelectProps<T>, 'options'>) {
  return (
    <Radix.Portal>
      <Radix.Content
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        className="z-50 max-h-[min(24rem,var(--radix-select-content-available-height))] min-w-[var(--radix-select-trigger-width)] max-w-96 overflow-hidden rounded bg-raised shadow-raised"
      >
        <Radix.Viewport className="p-1" nonce={styleNonce}>
          {options.map((option) => (
            <SelectItem key={option.value} option={option} />
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}

function SelectItem<T extends string>({ option }: { readonly option: Option<T> }) {
  return (
    <Radix.Item
      value={option.value}
      disabled={option.disabled ?? false}
      className="flex min-h-6 items-start gap-1.5 rounded py-0.5 pr-2 pl-6 outline-none data-[disabled]:opacity-45 data-[highlighted]:bg-selected data-[highlighted]:[&_.text-muted]:text-text relative"
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
