import { type RefObject, type SyntheticEvent, useRef, useState } from 'react';
import { type CheckedField, type Draft, emptyDraft, firstProblem, type Problems, problemsOf } from './draft';
import { Field } from './field';
import { categories, priorities } from './tickets';

export interface ValidTicket {
  readonly draft: Draft;
  readonly hasPin: boolean;
}

interface TicketFormProps {
  /** Resetting it clears everything: what was typed, the problems shown and the PIN. */
  readonly form: RefObject<HTMLFormElement | null>;
  readonly valid: (ticket: ValidTicket) => void;
}

export function TicketForm({ form, valid }: TicketFormProps) {
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [problems, setProblems] = useState<Problems>({});
  const customer = useRef<HTMLInputElement>(null);
  const email = useRef<HTMLInputElement>(null);
  const description = useRef<HTMLTextAreaElement>(null);
  const pin = useRef<HTMLInputElement>(null);

  const change = (part: Partial<Draft>, field?: CheckedField) => {
    setDraft({ ...draft, ...part });
    if (field !== undefined) setProblems({ ...problems, [field]: undefined });
  };

  const submitted = (event: SyntheticEvent) => {
    event.preventDefault();
    const pinCheck = { given: !isBlank(pin.current), wellFormed: pin.current?.validity.valid ?? true };
    const found = problemsOf(draft, pinCheck);
    setProblems(found);
    const first = firstProblem(found);
    if (first === null) valid({ draft, hasPin: pinCheck.given });
    else ({ customer, email, description, pin })[first].current?.focus();
  };

  return (
    <form
      ref={form}
      className="sd-form"
      aria-labelledby="form-title"
      noValidate
      autoComplete="off"
      onSubmit={submitted}
      onReset={() => {
        setDraft(emptyDraft);
        setProblems({});
      }}
    >
      <header className="sd-panel-head">
        <h2 id="form-title">New ticket</h2>
      </header>
      <div className="sd-form-body">
        <Field label="Customer name" required problem={problems.customer}>
          {(control) => (
            <input
              {...control}
              ref={customer}
              className="sd-input"
              required
              value={draft.customer}
              onChange={(event) => change({ customer: event.target.value }, 'customer')}
            />
          )}
        </Field>
        <Field label="Email" required problem={problems.email}>
          {(control) => (
            <input
              {...control}
              ref={email}
              type="email"
              className="sd-input"
              required
              value={draft.email}
              onChange={(event) => change({ email: event.target.value }, 'email')}
            />
          )}
        </Field>
        <div className="sd-pair">
          <Field label="Priority">
            {(control) => (
              <select
                {...control}
                className="sd-input"
                value={draft.priority}
                onChange={(event) => change({ priority: oneOf(priorities, event.target.value) })}
              >
                {priorities.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            )}
          </Field>
          <Field label="Category">
            {(control) => (
              <select
                {...control}
                className="sd-input"
                value={draft.category}
                onChange={(event) => change({ category: oneOf(categories, event.target.value) })}
              >
                {categories.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div className="sd-pair">
          <Field label="Due date">
            {(control) => (
              <input
                {...control}
                type="date"
                className="sd-input"
                value={draft.due}
                onChange={(event) => change({ due: event.target.value })}
              />
            )}
          </Field>
          <Field label="Account PIN" hint="4 to 8 digits, if asked for." problem={problems.pin}>
            {(control) => (
              <input
                {...control}
                ref={pin}
                type="password"
                className="sd-input"
                autoComplete="off"
                inputMode="numeric"
                pattern="\d{4,8}"
                placeholder=" "
                onChange={() => setProblems({ ...problems, pin: undefined })}
              />
            )}
          </Field>
        </div>
        <Field label="Description" required problem={problems.description}>
          {(control) => (
            <textarea
              {...control}
              ref={description}
              className="sd-input sd-textarea"
              rows={4}
              required
              value={draft.description}
              onChange={(event) => change({ description: event.target.value }, 'description')}
            />
          )}
        </Field>
        <label className="sd-check">
          <input
            type="checkbox"
            checked={draft.notify}
            onChange={(event) => change({ notify: event.target.checked })}
          />
          Notify customer
        </label>
      </div>
      <footer className="sd-actions">
        <button type="reset" className="sd-button">
          Clear form
        </button>
        <button type="submit" className="sd-button" data-tone="primary">
          Create ticket
        </button>
      </footer>
    </form>
  );
}

/** Tells whether something was typed without reading what. */
function isBlank(field: HTMLInputElement | null): boolean {
  return field === null || field.matches(':placeholder-shown');
}

function oneOf<T extends string>(list: readonly T[], value: string): T {
  const found = list.find((each) => each === value);
  if (found === undefined) throw new Error(`"${value}" is not one of ${list.join(', ')}.`);
  return found;
}
