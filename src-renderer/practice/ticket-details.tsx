import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Ticket } from './tickets';

/** How long the details take to load, in milliseconds. */
export const loadTime = 600;

interface TicketDetailsProps {
  readonly ticket: Ticket;
  readonly closed: () => void;
}

/** Loads late on purpose: whoever acts on it has to wait until it is no longer busy. */
export function TicketDetails({ ticket, closed }: TicketDetailsProps) {
  const [loaded, setLoaded] = useState<number | null>(null);
  const busy = loaded !== ticket.number;

  useEffect(() => {
    const timer = setTimeout(() => setLoaded(ticket.number), loadTime);
    return () => clearTimeout(timer);
  }, [ticket.number]);

  return (
    <section className="sd-details" aria-labelledby="details-title" aria-busy={busy}>
      <header className="sd-panel-head">
        <h2 id="details-title">Ticket details</h2>
        <button type="button" className="sd-icon-button" aria-label="Close details" onClick={closed}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      {busy ? (
        <p className="sd-loading">Loading ticket #{ticket.number}</p>
      ) : (
        <div className="sd-details-body">
          <p className="sd-details-subject">
            <span className="sd-muted">#{ticket.number}</span> {ticket.subject}
          </p>
          <dl className="sd-facts">
            <Fact term="Customer" value={ticket.customer} />
            <Fact term="Email" value={ticket.email} />
            <Fact term="Priority" value={ticket.priority} />
            <Fact term="Category" value={ticket.category} />
            <Fact term="Updated" value={ticket.updated} />
          </dl>
          <p className="sd-details-text">{ticket.description}</p>
        </div>
      )}
    </section>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
