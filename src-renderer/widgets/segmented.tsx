import { ToggleGroup as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes';

export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly segments: ReadonlyArray<Segment<T>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly size?: keyof typeof sizes;
  readonly disabled?: boolean;
}

const sizes = { small: 'h-6 text-sm', medium: 'h-7' } as const;

/** One of a few, all in sight: radio buttons that look like a switch. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, segments, value, onChange, size = 'medium', disabled = false } = props;
  const choose = (chosen: string) => {
    const segment = segments.find((each) => each.value === chosen);
    if (segment !== undefined) onChange(segment.value);
  };
  return (
    <Radix.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={choose}
      disabled={disabled}
      className={classes('inline-flex shrink-0 rounded border border-edge bg-sunken p-px', sizes[size])}
    >
      {segments.map((segment) => (
        <Radix.Item
          key={segment.value}
          value={segment.value}
          disabled={segment.disabled ?? false}
          className="inline-flex items-center gap-1.5 rounded px-2 text-muted hover:text-text disabled:pointer-events-none disabled:opacity-45 data-[state=on]:bg-raised data-[state=on]:text-text data-[state=on]:shadow-[0_0_0_1px_var(--color-edge)] [&_svg]:size-3.5"
        >
          {segment.icon}
          {segment.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
