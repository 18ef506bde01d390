import { expect, test } from 'vitest';
import { changeDesk, type DeskAction, type DeskState, initialState, shownTickets } from './desk-state';
import { emptyDraft, submittedTicket } from './draft';

function after(...actions: readonly DeskAction[]): DeskState {
  return actions.reduce(changeDesk, initialState());
}

const ticket = submittedTicket(
  { ...emptyDraft, customer: 'Ada', description: 'No network.\nAt all.' },
  false,
);

test('a created ticket comes first, takes the next number, and is announced', () => {
  const state = after({ kind: 'created', ticket }, { kind: 'created', ticket });
  expect(shownTickets(state).map(({ number }) => number)).toEqual([
    1302,
    1301,
    ...initialState().tickets.map(({ number }) => number),
  ]);
  expect(state.tickets[0]).toMatchObject({ subject: 'No network.', customer: 'Ada', updated: '2025-03-14' });
  expect(state.toast?.text).toBe('Ticket #1302 created');
});

test('a refresh changes nothing but the rows’ keys', () => {
  const { generation, ...rest } = after({ kind: 'refreshed' });
  const { generation: first, ...before } = initialState();
  expect(generation).toBe(first + 1);
  expect(rest).toEqual(before);
});

test('the oldest can come first, and the search keeps that order', () => {
  const state = after({ kind: 'ordered', order: 'oldest' }, { kind: 'searched', query: 'urgent' });
  const numbers = shownTickets(state).map(({ number }) => number);
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test('closing all has to be confirmed', () => {
  const asked = after({ kind: 'opened', number: 1300 }, { kind: 'close_all_asked' });
  expect(asked.closingAll).toBe(true);
  const kept = changeDesk(asked, { kind: 'close_all_answered', confirmed: false });
  expect(kept).toEqual({ ...asked, closingAll: false });
  const closed = changeDesk(asked, { kind: 'close_all_answered', confirmed: true });
  expect(closed).toMatchObject({ tickets: [], openedNumber: null, closingAll: false });
});

test('a toast ends by its own timer, not by that of one before it', () => {
  const state = after({ kind: 'created', ticket }, { kind: 'exported' });
  const [first, second] = [{ kind: 'toast_ended', id: 1 } as const, { kind: 'toast_ended', id: 2 } as const];
  expect(changeDesk(state, first)).toBe(state);
  expect(changeDesk(state, second).toast).toBeNull();
});
