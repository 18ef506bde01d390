import type { Call } from '@contract/trace-model';
import { Badge } from '../widgets/badge';
import { FailureNote } from '../widgets/failure-note';
import { CallConduct } from './call-conduct';
import { CallInput } from './call-input';
import { Output } from './output';
import { Section } from './section';
import { outcomeWords } from './words';

/** @param now the moment up to which an open call is told */
export function CallView({ call, now }: { readonly call: Call; readonly now: number }) {
  const { ended, admission } = call;
  const failure = ended?.failure ?? null;
  const override = admission?.override ?? null;
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 pt-3 pb-2">
        <h2 className="copyable min-w-0 break-words font-mono font-medium">{call.tool}</h2>
        <State call={call} />
        {admission !== null && <Badge>{admission.effect}</Badge>}
        {override !== null && <Badge>set to {override}</Badge>}
        <span className="ml-auto text-muted text-sm">
          turn {call.turn}, call {call.index + 1}
        </span>
      </div>
      {failure !== null && (
        <div className="px-3 pb-2">
          <FailureNote failure={failure} />
        </div>
      )}
      <div className="grid border-t @3xl:grid-cols-2 @3xl:[&>*+*]:border-l">
        <div className="min-w-0">
          <CallConduct call={call} now={now} />
        </div>
        <div className="min-w-0 border-t @3xl:border-t-0">
          <CallInput call={call} />
          <Section title="Output">
            {ended === null && <p className="text-muted">It has not ended yet.</p>}
            {ended?.content.length === 0 && <p className="text-muted">It gave nothing back.</p>}
            {ended !== null && <Output content={ended.content} />}
          </Section>
        </div>
      </div>
    </div>
  );
}

function State({ call }: { readonly call: Call }) {
  if (call.ended === null) return <Badge>{call.startedAt === null ? 'waiting' : 'running'}</Badge>;
  const { word, tone, means } = outcomeWords[call.ended.outcome];
  return (
    <span title={means}>
      <Badge tone={tone}>{word}</Badge>
    </span>
  );
}
