import type { ComponentProps, ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { classes } from './classes';

export interface SplitterProps {
  /** `row`: side by side. */
  readonly direction: 'row' | 'column';
  readonly children: ReactNode;
  readonly defaultLayout?: ComponentProps<typeof Group>['defaultLayout'];
  readonly onLayoutChanged?: NonNullable<ComponentProps<typeof Group>['onLayoutChanged']>;
  readonly className?: string;
}

/** `SplitPane`s with a `SplitLine` between each two. Sizes: numbers are pixels, `'30%'` is a share. */
export function Splitter({ direction, children, className, ...rest }: SplitterProps) {
  return (
    <Group
      orientation={direction === 'row' ? 'horizontal' : 'vertical'}
      className={classes('min-h-0 min-w-0', className)}
      {...rest}
    >
      {children}
    </Group>
  );
}

export const SplitPane = Panel;

/** A hairline that is easy to grab; arrows move it too. */
export function SplitLine({ label }: { readonly label: string }) {
  return (
    <Separator
      aria-label={label}
      className="relative shrink-0 bg-line outline-none data-[separator=active]:bg-focus data-[separator=focus]:bg-focus data-[separator=hover]:bg-edge focus-visible:bg-focus aria-[orientation=horizontal]:h-px aria-[orientation=vertical]:w-px"
    />
  );
}
