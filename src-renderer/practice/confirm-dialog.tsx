import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

interface ConfirmDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly tone: 'plain' | 'danger';
  readonly answered: (confirmed: boolean) => void;
  readonly children: ReactNode;
}

/** A real modal: the rest of the page is inert while it is open, Escape cancels, and the focus goes back afterwards. */
export function ConfirmDialog({ title, confirm, tone, answered, children }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  // A layout effect ends while the dialog is still in the page: only then does closing it give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    element.showModal();
    return () => element.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="sd-dialog"
      aria-modal="true"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        answered(false);
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div id={`${id}-text`} className="sd-dialog-text">
        {children}
      </div>
      <footer className="sd-actions">
        <button type="button" className="sd-button" onClick={() => answered(false)}>
          Cancel
        </button>
        <button type="button" className="sd-button" data-tone={tone} onClick={() => answered(true)}>
          {confirm}
        </button>
      </footer>
    </dialog>
  );
}
