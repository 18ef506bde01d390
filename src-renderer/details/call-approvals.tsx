import type { AskedApproval, Call } from '@contract/trace-model';
import { Badge } from '../widgets/badge';
import { duration } from '../widgets/units';
import { Moment } from './moment';
import { Facts, Section } from './section';
import { approvalReasons, approvalWords } from './words';

/** What the person was asked on behalf of a call, and what they said. @param now the moment up to which an open question is told */
export function CallApprovals({ call, now }: { readonly call: Call; readonly now: number }) {
  if (call.approvals.length === 0) return null;
  return (
    <Section title="Asked">
      <ul className="flex flex-col gap-2.5">
        {call.approvals.map((asked) => (
          <Asked key={asked.approval.id} asked={asked} now={now} />
        ))}
      </ul>
    </Section>
  );
}

function Asked({
  asked: { approval, askedAt, answered },
  now,
}: {
  readonly asked: AskedApproval;
  readonly now: number;
}) {
  const said = answered === null ? null : approvalWords[answered.outcome];
  return (
    <li>
      <p className="copyable mb-1 break-words">
        {approval.sentence} <span className="text-muted">{approvalReasons[approval.reason]}</span>
      </p>
      <Facts
        facts={[
          {
            name: 'Answer',
            value: said === null ? <Badge>waits for you</Badge> : <Badge tone={said.tone}>{said.word}</Badge>,
          },
          ...(answered?.outcome === 'run' ? [{ name: 'Granted', value: approval.grants }] : []),
          { name: 'Asked at', value: <Moment at={askedAt} /> },
          ...(answered === null ? [] : [{ name: 'Answered at', value: <Moment at={answered.at} /> }]),
          ...(answered === null && now <= askedAt
            ? []
            : [
                {
                  name: 'Waited',
                  value: `${duration((answered?.at ?? now) - askedAt)}${answered === null ? ' so far' : ''}`,
                },
              ]),
        ]}
      />
    </li>
  );
}
