import type { ElementRef } from '../contract/ids';
import type { PracticeTicket } from '../contract/practice-record';
import { click, selectOption, setValue } from './calls';
import type { Step } from './errand';
import { roles } from './screen';
import { taskLines } from './task-lines';

/** A field of the practice window's form, and where a ticket has its value. */
interface TicketField {
  readonly name: string;
  readonly kind: 'text' | 'choice' | 'check';
  readonly of: (ticket: PracticeTicket) => string;
}

/** In the order in which they are filled in. */
const fields: readonly TicketField[] = [
  { name: 'Customer name', kind: 'text', of: (ticket) => ticket.customer },
  { name: 'Email', kind: 'text', of: (ticket) => ticket.email },
  { name: 'Priority', kind: 'choice', of: (ticket) => ticket.priority },
  { name: 'Category', kind: 'choice', of: (ticket) => ticket.category },
  { name: 'Due date', kind: 'text', of: (ticket) => ticket.due },
  { name: 'Description', kind: 'text', of: (ticket) => ticket.description },
  { name: 'Notify customer', kind: 'check', of: (ticket) => (ticket.notify ? 'yes' : 'no') },
];

export interface TicketWish extends TicketField {
  readonly value: string;
}

/** What the task says should stand in the form. */
export function ticketWishes(task: string): readonly TicketWish[] {
  const lines = taskLines(task);
  return fields.flatMap((field) => {
    const value = lines.get(field.name.toLowerCase());
    return value === undefined ? [] : [{ ...field, value }];
  });
}

export function stepOf({ name, kind, value }: TicketWish): Step {
  switch (kind) {
    case 'text':
      return {
        wanted: { roles: roles.field, name },
        call: (ref: ElementRef) => setValue(ref, value),
        shown: (element) => element.value === value,
        since: 0,
      };
    case 'choice':
      return {
        wanted: { roles: roles.choice, name },
        call: (ref) => selectOption(ref, value),
        shown: (element) => element.value === value,
        since: 0,
      };
    case 'check':
      return {
        wanted: { roles: roles.check, name },
        call: click,
        shown: (element) => element.states.includes('checked') === (value === 'yes'),
        since: 0,
      };
  }
}
