import { summarise } from '@contract/summary';
import { targetInWords } from '@contract/target';
import type { Check, EventOf } from '@contract/trace-event';
import type { TraceModel } from '@contract/trace-model';
import { Check as CheckIcon, X } from 'lucide-react';
import { Badge } from '../widgets/badge';
import { FailureNote } from '../widgets/failure-note';
import { counted, dollars, duration, grouped } from '../widgets/units';
import { OverrideChanges } from './override-changes';
import { type Fact, Facts, Section } from './section';

/** The run as a whole: what was asked, how far it got. */
export function RunView({ model }: { readonly model: TraceModel }) {
  const { run, phase, verification } = model;
  const summary = summarise(model);
  if (run === null || summary === null) return null;
  return (
    <div>
      <div className="flex items-center gap-2 px-3 pt-3 pb-2">
        <h2 className="font-medium">Run</h2>
        <Badge tone={summary.status === 'failed' ? 'failure' : 'neutral'}>{summary.status}</Badge>
      </div>
      {phase.kind === 'ended' && phase.failure !== null && (
        <div className="px-3 pb-2">
          <FailureNote failure={phase.failure} />
        </div>
      )}
      <div className="grid border-t @3xl:grid-cols-2 @3xl:[&>*+*]:border-l">
        <Section title="Request">
          <Facts facts={requested(run)} />
        </Section>
        <div className="min-w-0 border-t @3xl:border-t-0">
          <Section title="So far">
            <Facts facts={reached(model)} />
          </Section>
          {model.overrideChanges.length > 0 && (
            <Section title="Overrides">
              <OverrideChanges changes={model.overrideChanges} />
            </Section>
          )}
          {verification !== null && (
            <Section title={verification.verified ? 'Verified' : 'Not verified'}>
              <Checks checks={verification.checks} />
              <p className="mt-1 text-muted">
                {verification.wrongElementWrites === 0
                  ? 'No write hit another element than the one it named.'
                  : `${counted(verification.wrongElementWrites, 'write')} hit another element than the one named.`}
              </p>
            </Section>
          )}
        </div>
      </div>
    </div>
  );
}

function requested({ request, tools, appVersion }: EventOf<'run-started'>): Fact[] {
  const { model, limits } = request;
  const name =
    model.provider === 'scripted' ? `scripted: ${model.demo} (a program, not a model)` : model.name;
  return [
    { name: 'Task', value: <span className="whitespace-pre-wrap">{request.task}</span> },
    { name: 'Target', value: targetInWords(request.target) },
    { name: 'Mode', value: request.mode },
    { name: 'Model', value: name },
    { name: 'Tools', value: counted(tools.length, 'tool') },
    {
      name: 'Limits',
      value: `${counted(limits.turns, 'turn')}, ${counted(limits.concurrentCalls, 'call')} at once, ${counted(limits.minutes, 'minute')}`,
    },
    { name: 'Recorded by', value: `Interlock ${appVersion}` },
  ];
}

function reached(model: TraceModel): Fact[] {
  const calls = model.turns.reduce((sum, turn) => sum + turn.calls.length, 0);
  const tokens = model.usage.input + model.usage.output + model.usage.cacheRead + model.usage.cacheWrite;
  return [
    { name: 'Time', value: duration(model.now) },
    { name: 'Turns', value: grouped(model.turns.length) },
    { name: 'Calls', value: grouped(calls) },
    { name: 'Hazards', value: grouped(model.hazards.length) },
    { name: 'Tokens', value: grouped(tokens) },
    {
      name: 'Cost',
      value: model.costUsd === null ? 'not known: no price for this model' : dollars(model.costUsd),
    },
  ];
}

function Checks({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul>
      {checks.map((check) => (
        <li key={check.name} className="copyable flex items-start gap-2">
          {check.passed ? (
            <CheckIcon aria-hidden className="mt-1 size-3.5 shrink-0" />
          ) : (
            <X aria-hidden className="mt-1 size-3.5 shrink-0 text-failure" />
          )}
          <span>
            <span className="sr-only">{check.passed ? 'Passed: ' : 'Did not pass: '}</span>
            {check.name} <span className="text-muted">{check.sentence}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
