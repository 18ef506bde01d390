import type { PracticeTicket } from '@contract/practice-record';
import { type Category, matches, type Priority, seedTickets, type Ticket, today } from './tickets';

export type Order = 'newest' | 'oldest';

export interface Toast {
  readonly id: number;
  readonly text: string;
}

export interface DeskState {
  readonly tickets: readonly Ticket[];
  /** Part of every row's key: a refresh makes new elements of the same words. */
  readonly generation: number;
  readonly nextNumber: number;
  readonly query: string;
  readonly order: Order;
  readonly compact: boolean;
  readonly openedNumber: number | null;
  readonly closingAll: boolean;
  readonly toast: Toast | null;
}

export type DeskAction =
  | { readonly kind: 'searched'; readonly query: string }
  | { readonly kind: 'ordered'; readonly order: Order }
  | { readonly kind: 'compacted'; readonly compact: boolean }
  | { readonly kind: 'refreshed' }
  | { readonly kind: 'opened'; readonly number: number }
  | { readonly kind: 'details_closed' }
  | { readonly kind: 'exported' }
  | { readonly kind: 'close_all_asked' }
  | { readonly kind: 'close_all_answered'; readonly confirmed: boolean }
  | { readonly kind: 'created'; readonly ticket: PracticeTicket }
  | { readonly kind: 'toast_ended'; readonly id: number };

export function initialState(): DeskState {
  return {
    tickets: seedTickets(),
    generation: 0,
    nextNumber: 1301,
    query: '',
    order: 'newest',
    compact: false,
    openedNumber: null,
    closingAll: false,
    toast: null,
  };
}

export function changeDesk(state: DeskState, action: DeskAction): DeskState {
  switch (action.kind) {
    case 'searched':
      return { ...state, query: action.query };
    case 'ordered':
      return { ...state, order: action.order };
    case 'compacted':
      return { ...state, compact: action.compact };
    case 'refreshed':
      return { ...state, generation: state.generation + 1 };
    case 'opened':
      return { ...state, openedNumber: action.number };
    case 'details_closed':
      return { ...state, openedNumber: null };
    case 'exported':
      return toasted(
        state,
        `${shownTickets(state).length} tickets counted; the practice export writes no file`,
      );
    case 'close_all_asked':
      return { ...state, closingAll: true };
    case 'close_all_answered':
      return action.confirmed
        ? toasted(
            { ...state, closingAll: false, tickets: [], openedNumber: null },
            `${state.tickets.length} tickets closed`,
          )
        : { ...state, closingAll: false };
    case 'created':
      return toasted(
        {
          ...state,
          tickets: [asTicket(state.nextNumber, action.ticket), ...state.tickets],
          nextNumber: state.nextNumber + 1,
        },
        `Ticket #${state.nextNumber} created`,
      );
    case 'toast_ended':
      return state.toast?.id === action.id ? { ...state, toast: null } : state;
  }
}

/** The rows, in the order in which they are shown. */
export function shownTickets({ tickets, query, order }: DeskState): readonly Ticket[] {
  const found = query.trim() === '' ? tickets : tickets.filter((ticket) => matches(ticket, query.trim()));
  return order === 'newest' ? found : found.toReversed();
}

function toasted(state: DeskState, text: string): DeskState {
  return { ...state, toast: { id: (state.toast?.id ?? 0) + 1, text } };
}

function asTicket(number: number, ticket: PracticeTicket): Ticket {
  const [subject = ''] = ticket.description.split('\n');
  return {
    number,
    subject,
    customer: ticket.customer,
    email: ticket.email,
    priority: ticket.priority as Priority,
    category: ticket.category as Category,
    updated: today,
    description: ticket.description,
  };
}
