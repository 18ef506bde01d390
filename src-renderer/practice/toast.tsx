import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import type { Toast } from './desk-state';

/** How long a toast stays, in milliseconds. */
const shownFor = 6_000;

interface ToastAreaProps {
  readonly toast: Toast | null;
  readonly ended: (id: number) => void;
}

export function ToastArea({ toast, ended }: ToastAreaProps) {
  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => ended(toast.id), shownFor);
    return () => clearTimeout(timer);
  }, [toast, ended]);

  return (
    <output className="sd-toast-area">
      {toast !== null && (
        <span key={toast.id} className="sd-toast">
          <CircleCheck size={16} aria-hidden="true" />
          {toast.text}
        </span>
      )}
    </output>
  );
}
