import { callsOf } from '@contract/hazard';
import type { Call } from '@contract/trace-model';
import { TriangleAlert } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import { progressWords } from '../trace/progress-words';
import { useTrace, useWholeModel } from '../trace/trace-store';
import { duration } from '../widgets/units';
import { CallApprovals } from './call-approvals';
import { useAwaitedFacts } from './call-awaited';
import { CallOverride } from './call-override';
import { callDurations, callMoments } from './call-times';
import { Lineage } from './lineage';
import { Moment } from './moment';
import { type Fact, Facts, Section } from './section';
import { deliverySentences, hazardWords, outcomeWords, overrideSentences } from './words';

/** How a call was let in, what became of it, and when. */
export function CallConduct({ call, now }: { readonly call: Call; readonly now: number }) {
  const events = useTrace((state) => state.events);
  const practice = useWholeModel().run?.request.target.kind === 'practice';
  const awaited = useAwaitedFacts(call);
  const moments = useMemo(() => callMoments(call, events), [call, events]);
  return (
    <>
      <CallApprovals call={call} now={now} />
      <CallOverride call={call} now={now} />
      <Section title="Conduct">
        <Facts facts={[...conductFacts(call, practice), ...awaited]} />
        <CallHazards call={call} />
      </Section>
      <Section title="Times">
        <Facts
          facts={[
            ...moments.map(({ name, at, inferred }) => ({
              name,
              value: <Moment at={at} inferred={inferred} />,
            })),
            ...lastingFacts(call, now),
          ]}
        />
      </Section>
    </>
  );
}

function lastingFacts(call: Call, now: number): Fact[] {
  const { waited, ran, asked, running } = callDurations(call, now);
  const facts: Fact[] = [];
  if (waited !== null) facts.push({ name: 'Queue wait', value: duration(waited) });
  if (ran !== null) facts.push({ name: 'Duration', value: `${duration(ran)}${running ? ' so far' : ''}` });
  if (asked > 0) facts.push({ name: 'Waiting for you', value: duration(asked) });
  return facts;
}

function conductFacts(call: Call, practice: boolean): Fact[] {
  const { ended, admission } = call;
  const delivery = ended?.delivery ?? null;
  const facts: Fact[] = [];
  if (call.progress !== null) facts.push({ name: 'Progress', value: progressWords(call.progress) });
  if (ended !== null) facts.push({ name: 'Outcome', value: outcomeWords[ended.outcome].means });
  if (delivery !== null) facts.push({ name: 'Delivery', value: <Delivery delivery={delivery} /> });
  if (admission === null) return [...facts, { name: 'Footprint', value: 'not known: it was never queued' }];
  if (admission.program !== null && !practice) facts.push({ name: 'Program', value: admission.program });
  if (admission.override !== null)
    facts.push({ name: 'Override', value: overrideSentences[admission.override] });
  return [
    ...facts,
    { name: 'Reads', value: <Resources all={admission.footprint.reads} /> },
    { name: 'Writes', value: <Resources all={admission.footprint.writes} /> },
  ];
}

function Delivery({ delivery }: { readonly delivery: keyof typeof deliverySentences }) {
  const bad = delivery === 'contradicted' || delivery === 'unknown';
  return (
    <>
      <span className={bad ? 'font-medium text-failure' : 'font-medium'}>{delivery}</span>
      <span className="block text-muted">{deliverySentences[delivery]}</span>
    </>
  );
}

function Resources({ all }: { readonly all: readonly string[] }) {
  if (all.length === 0) return <span className="text-muted">nothing</span>;
  return (
    <>
      {all.map((resource) => (
        <code key={resource} className="block break-all font-mono text-sm leading-5">
          {resource === '*' ? '* (everything)' : resource}
        </code>
      ))}
    </>
  );
}

function CallHazards({ call }: { readonly call: Call }) {
  const { hazards } = useWholeModel();
  const own = hazards.filter(({ hazard }) => callsOf(hazard).includes(call.id));
  return own.map(({ hazard, seq }) => (
    <Fragment key={seq}>
      <button
        type="button"
        onClick={() => useTrace.getState().select({ kind: 'hazard', seq })}
        className="mt-2 flex w-full items-start gap-2 rounded border border-hazard/40 bg-hazard/5 px-2 py-1.5 text-left hover:bg-hazard/10"
      >
        <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-hazard" />
        <span>
          <span className="font-medium">{hazardWords[hazard.kind]}.</span> {hazard.sentence}
        </span>
      </button>
      {hazard.kind === 'stale_ref' && hazard.call === call.id && <Lineage hazard={hazard} />}
    </Fragment>
  ));
}
