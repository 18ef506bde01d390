import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

const looks: Record<ButtonLook, string> = {
  primary: 'bg-text text-inverse hover:opacity-90 font-medium',
  plain: 'border border-edge bg-panel text-text hover:bg-hover',
  quiet: 'text-muted hover:bg-hover hover:text-text',
  danger: 'border border-failure/50 bg-panel text-failure hover:bg-failure/10 font-medium',
};

const sizes = { small: 'h-6 px-2 text-sm', medium: 'h-7 px-2.5' } as const;

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
  readonly size?: keyof typeof sizes;
  /** A lucide icon, before the words. */
  readonly icon?: ReactNode;
}

export function Button({ look = 'plain', size = 'medium', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded',
        'disabled:pointer-events-none disabled:opacity-45 [&_svg]:size-3.5 [&_svg]:shrink-0',
        looks[look],
        sizes[size],
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
}
