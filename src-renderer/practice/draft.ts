import type { PracticeTicket } from '@contract/practice-record';
import type { Category, Priority } from './tickets';

/** The form as it is filled in. The PIN is not part of it: it stays in its field. */
export interface Draft {
  readonly customer: string;
  readonly email: string;
  readonly priority: Priority;
  readonly category: Category;
  readonly due: string;
  readonly notify: boolean;
  readonly description: string;
}

export const emptyDraft: Draft = {
  customer: '',
  email: '',
  priority: 'Normal',
  category: 'Hardware',
  due: '',
  notify: false,
  description: '',
};

export type CheckedField = 'customer' | 'email' | 'description' | 'pin';
export type Problems = { readonly [field in CheckedField]?: string | undefined };

/** What is known of the PIN without reading it: from the field's own constraint checks. */
export interface PinCheck {
  readonly given: boolean;
  readonly wellFormed: boolean;
}

export function problemsOf(draft: Draft, pin: PinCheck): Problems {
  return {
    ...(draft.customer.trim() === '' && { customer: 'Enter the name of the customer.' }),
    ...(!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim()) && {
      email: 'Enter an email address, such as ada@example.com.',
    }),
    ...(draft.description.trim() === '' && { description: 'Describe what the customer needs.' }),
    ...(pin.given && !pin.wellFormed && { pin: 'A PIN has 4 to 8 digits.' }),
  };
}

export function firstProblem(problems: Problems): CheckedField | null {
  const inOrder: readonly CheckedField[] = ['customer', 'email', 'description', 'pin'];
  return inOrder.find((field) => problems[field] !== undefined) ?? null;
}

export function submittedTicket(draft: Draft, hasPin: boolean): PracticeTicket {
  return {
    customer: draft.customer.trim(),
    email: draft.email.trim(),
    priority: draft.priority,
    category: draft.category,
    due: draft.due,
    notify: draft.notify,
    description: draft.description.trim(),
    hasPin,
  };
}
