import { type ReactNode, useEffect, useState } from 'react';
import { interlock } from '../ipc/client';
import { openFile } from './actions';
import { sayFailure } from './app-store';

/** A recording dropped anywhere on the window is opened. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const over = useDrop();
  return (
    <>
      {children}
      {over && (
        <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-shade">
          <p className="rounded bg-raised px-4 py-3 shadow-raised">Drop a recording to open it</p>
        </div>
      )}
    </>
  );
}

function useDrop(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      openDropped(event.dataTransfer?.files ?? null);
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return over;
}

function openDropped(files: FileList | null): void {
  const file = files?.[0];
  if (file === undefined) return;
  const path = interlock().pathOf(file);
  if (path !== '') void openFile(path);
  else {
    sayFailure({
      code: 'trace_not_found',
      sentence: `"${file.name}" is not a file on this machine.`,
      next: 'Save it to a folder and drop it from there.',
    });
  }
}
