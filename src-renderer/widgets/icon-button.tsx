import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';
import { Tooltip } from './tooltip';

const sizes = { small: 'size-6', medium: 'size-7' } as const;

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** What it does: its accessible name and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Shown beside the label in the tooltip, as in `Mod+K`. */
  readonly keys?: string;
  readonly size?: keyof typeof sizes;
  /** For a button that stays down. */
  readonly pressed?: boolean;
}

export function IconButton({
  label,
  icon,
  keys,
  size = 'small',
  pressed,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <button
        type="button"
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        {...rest}
        className={classes(
          'inline-grid shrink-0 place-items-center rounded text-muted hover:bg-hover hover:text-text',
          'disabled:pointer-events-none disabled:opacity-40 aria-pressed:bg-selected aria-pressed:text-text',
          '[&_svg]:size-3.5',
          sizes[size],
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
