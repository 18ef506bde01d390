import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { IconButton } from './icon-button';

const widths = { small: 'w-[26rem]', medium: 'w-[36rem]', large: 'w-[52rem]' } as const;

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: string;
  readonly width?: keyof typeof widths;
  readonly children: ReactNode;
  /** Buttons, the one that goes on last. */
  readonly footer?: ReactNode;
}

/** Focus goes to what asks for it with `data-autofocus`, else to the dialog itself: never to its close button. */
function focusBody(event: Event) {
  event.preventDefault();
  const { currentTarget: dialog } = event;
  if (!(dialog instanceof HTMLElement)) return;
  const asking = dialog.querySelector<HTMLElement>('[data-autofocus]');
  (asking ?? dialog).focus();
}

/** Modal: focus stays inside, Escape and the shade close it, focus goes back to where it was. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, width = 'medium', children, footer } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          onOpenAutoFocus={focusBody}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={classes(
            'fixed top-[12vh] left-1/2 z-40 flex max-h-[76vh] max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded bg-raised shadow-raised focus:outline-none',
            widths[width],
          )}
        >
          <header className="flex items-center gap-2 border-b py-1.5 pr-1.5 pl-4">
            <Radix.Title className="min-w-0 flex-1 truncate font-medium">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close" keys="Escape" icon={<X aria-hidden />} />
            </Radix.Close>
          </header>
          <div className="min-h-0 overflow-y-auto p-4">
            {description !== undefined && (
              <Radix.Description className="mb-3 text-muted">{description}</Radix.Description>
            )}
            {children}
          </div>
          {footer !== undefined && (
            <footer className="flex justify-end gap-2 border-t px-4 py-2.5">{footer}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
