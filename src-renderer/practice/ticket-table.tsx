import { memo } from 'react';
import type { Ticket } from './tickets';

interface TicketTableProps {
  readonly tickets: readonly Ticket[];
  readonly generation: number;
  readonly compact: boolean;
  readonly openedNumber: number | null;
  readonly query: string;
  readonly opened: (number: number) => void;
}

/** Every row is in the page, seen or not. */
export const TicketTable = memo(function TicketTable(props: TicketTableProps) {
  const { tickets, generation, compact, openedNumber, query, opened } = props;
  return (
    <div className="sd-table-scroll">
      <table className={compact ? 'sd-table sd-table-compact' : 'sd-table'} aria-label="Tickets">
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Subject</th>
            <th scope="col">Customer</th>
            <th scope="col">Priority</th>
            <th scope="col">Updated</th>
          </tr>
        </thead>
        <tbody>
          {tickets.map((ticket) => (
            <TicketRow
              key={`${generation}/${ticket.number}`}
              ticket={ticket}
              current={ticket.number === openedNumber}
              opened={opened}
            />
          ))}
        </tbody>
      </table>
      {tickets.length === 0 && (
        <p className="sd-empty">
          {query.trim() === ''
            ? 'No open tickets. Create one with the form.'
            : 'No ticket has these words. Clear the search to see all.'}
        </p>
      )}
    </div>
  );
});

interface TicketRowProps {
  readonly ticket: Ticket;
  readonly current: boolean;
  readonly opened: (number: number) => void;
}

const TicketRow = memo(function TicketRow({ ticket, current, opened }: TicketRowProps) {
  return (
    <tr aria-current={current ? 'true' : undefined}>
      <td>
        <button
          type="button"
          className="sd-link"
          aria-label={`Open ticket #${ticket.number}`}
          onClick={() => opened(ticket.number)}
        >
          {`#${ticket.number}`}
        </button>
      </td>
      <td className="sd-subject">{ticket.subject}</td>
      <td>{ticket.customer}</td>
      <td className="sd-priority" data-priority={ticket.priority}>
        {ticket.priority}
      </td>
      <td className="sd-date">{ticket.updated}</td>
    </tr>
  );
});
