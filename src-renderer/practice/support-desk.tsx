import { RotateCw, Search } from 'lucide-react';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog';
import { DeskMenus } from './desk-menus';
import { changeDesk, initialState, shownTickets } from './desk-state';
import { submittedTicket } from './draft';
import { TicketDetails } from './ticket-details';
import { TicketForm, type ValidTicket } from './ticket-form';
import { TicketTable } from './ticket-table';
import { ToastArea } from './toast';

export function SupportDesk() {
  const [state, change] = useReducer(changeDesk, null, initialState);
  const [pending, setPending] = useState<ValidTicket | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const tickets = shownTickets(state);
  const opened = state.tickets.find((ticket) => ticket.number === state.openedNumber);

  const open = useCallback((number: number) => change({ kind: 'opened', number }), []);
  const endToast = useCallback((id: number) => change({ kind: 'toast_ended', id }), []);

  useEffect(() => window.supportDesk?.ready(), []);

  const answerCreate = (confirmed: boolean) => {
    if (confirmed && pending !== null) {
      const ticket = submittedTicket(pending.draft, pending.hasPin);
      window.supportDesk?.happened({ kind: 'submitted', ticket });
      change({ kind: 'created', ticket });
      form.current?.reset();
    }
    setPending(null);
  };

  return (
    <div className="sd-app">
      <header className="sd-bar">
        <h1>Support desk</h1>
        <DeskMenus state={state} change={change} form={form} />
      </header>
      <main className="sd-main">
        <div className="sd-left">
          <div className="sd-tools">
            <div className="sd-search">
              <Search size={14} aria-hidden="true" />
              <input
                type="search"
                className="sd-input"
                aria-label="Search tickets"
                placeholder="Search tickets"
                value={state.query}
                onChange={(event) => change({ kind: 'searched', query: event.target.value })}
              />
            </div>
            <p className="sd-count">
              {tickets.length} of {state.tickets.length} tickets
            </p>
            <button type="button" className="sd-button" onClick={() => change({ kind: 'refreshed' })}>
              <RotateCw size={14} aria-hidden="true" />
              Refresh list
            </button>
          </div>
          <TicketTable
            tickets={tickets}
            generation={state.generation}
            compact={state.compact}
            openedNumber={state.openedNumber}
            query={state.query}
            opened={open}
          />
          {opened !== undefined && (
            <TicketDetails ticket={opened} closed={() => change({ kind: 'details_closed' })} />
          )}
        </div>
        <TicketForm form={form} valid={setPending} />
      </main>
      {pending !== null && (
        <ConfirmDialog title="Create this ticket?" confirm="Confirm" tone="plain" answered={answerCreate}>
          <p>
            A ticket for {pending.draft.customer.trim()} with priority {pending.draft.priority} in{' '}
            {pending.draft.category}.
          </p>
        </ConfirmDialog>
      )}
      {state.closingAll && (
        <ConfirmDialog
          title="Close all tickets?"
          confirm="Close all"
          tone="danger"
          answered={(confirmed) => change({ kind: 'close_all_answered', confirmed })}
        >
          <p>All {state.tickets.length} tickets leave the list. This cannot be undone.</p>
        </ConfirmDialog>
      )}
      <ToastArea toast={state.toast} ended={endToast} />
    </div>
  );
}
