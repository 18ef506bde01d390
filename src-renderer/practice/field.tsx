import { type ReactNode, useId } from 'react';

/** What a control needs from its field, to be spread on it. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, a control, and under it what is wrong or, failing that, a hint: in a line that is kept free, so that nothing jumps. */
export function Field({ label, required = false, hint, problem, children }: FieldProps) {
  const id = useId();
  const note = problem ?? hint ?? '';
  return (
    <div className="sd-field">
      <div className="sd-label">
        <label htmlFor={id}>{label}</label>
        {required && (
          <span className="sd-muted" aria-hidden="true">
            required
          </span>
        )}
      </div>
      {children({
        id,
        'aria-invalid': problem === undefined ? undefined : true,
        'aria-describedby': note === '' ? undefined : `${id}-note`,
      })}
      <p id={`${id}-note`} className={problem === undefined ? 'sd-note' : 'sd-note sd-note-problem'}>
        {note}
      </p>
    </div>
  );
}
