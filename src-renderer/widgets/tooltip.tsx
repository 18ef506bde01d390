import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { KeyHint } from './key-hint';

/** Once around the app: after the first tooltip, the next ones come at once. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={500} skipDelayDuration={300}>
      {children}
    </Radix.Provider>
  );
}

export interface TooltipProps {
  readonly text: ReactNode;
  readonly keys?: string;
  /** One element that takes a ref and can be hovered or focused. */
  readonly children: ReactElement;
}

export function Tooltip({ text, keys, children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          sideOffset={5}
          collisionPadding={8}
          className="z-50 flex max-w-80 items-center gap-2 rounded bg-raised px-2 py-1 text-sm text-text shadow-raised"
        >
          {text}
          {keys !== undefined && <KeyHint keys={keys} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
