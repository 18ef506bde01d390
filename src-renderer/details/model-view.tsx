import type { ModelEnd, ModelSpan, Turn } from '@contract/trace-model';
import { Badge } from '../widgets/badge';
import { FailureNote } from '../widgets/failure-note';
import { counted, dollars, duration, grouped } from '../widgets/units';
import { CallLink } from './call-link';
import { Moment } from './moment';
import { Payload } from './output';
import { type Fact, Facts, Section } from './section';
import { stopReasonWords } from './words';

/** @param now the moment up to which an open request is told */
export function ModelView({ turn, now }: { readonly turn: Turn; readonly now: number }) {
  const { model } = turn;
  return (
    <div>
      <div className="flex items-center gap-2 px-3 pt-3 pb-2">
        <h2 className="font-medium">Model</h2>
        <Badge tone="model">{state(model)}</Badge>
        <span className="ml-auto text-muted text-sm">turn {turn.number}</span>
      </div>
      {model === null ? (
        <p className="px-3 text-muted">The turn has begun; the model has not been asked yet.</p>
      ) : (
        <Span turn={turn} model={model} now={now} />
      )}
    </div>
  );
}

function state(model: ModelSpan | null): string {
  if (model === null) return 'not asked yet';
  if (model.ended === null) return model.blocks.length === 0 ? 'thinking' : 'answering';
  return model.ended.kind === 'responded' ? 'responded' : 'failed';
}

function Span({
  turn,
  model,
  now,
}: {
  readonly turn: Turn;
  readonly model: ModelSpan;
  readonly now: number;
}) {
  const { ended } = model;
  const first = model.blocks[0];
  const times: Fact[] = [{ name: 'Requested', value: <Moment at={model.requestedAt} /> }];
  if (first !== undefined) {
    times.push({ name: 'First block', value: <Moment at={first.startedAt} /> });
    times.push({ name: 'Thinking', value: duration(first.startedAt - model.requestedAt) });
  }
  if (ended !== null) times.push({ name: 'Ended', value: <Moment at={ended.at} /> });
  times.push({
    name: 'Duration',
    value: `${duration((ended?.at ?? now) - model.requestedAt)}${ended === null ? ' so far' : ''}`,
  });
  return (
    <>
      {ended?.kind === 'failed' && (
        <div className="px-3 pb-2">
          <FailureNote failure={ended.failure} />
        </div>
      )}
      <div className="grid border-t @3xl:grid-cols-2 @3xl:[&>*+*]:border-l">
        <div className="min-w-0">
          <Section title="Times">
            <Facts facts={times} />
          </Section>
          {model.retries.length > 0 && <Retries model={model} />}
        </div>
        <div className="min-w-0 border-t @3xl:border-t-0">
          {ended?.kind === 'responded' && (
            <Section title="Response">
              <Facts facts={response(model, ended)} />
            </Section>
          )}
          {turn.calls.length > 0 && (
            <Section title={`Asked for ${counted(turn.calls.length, 'call')}`}>
              <div className="flex flex-col items-start">
                {turn.calls.map((call) => (
                  <CallLink key={call.id} id={call.id} />
                ))}
              </div>
            </Section>
          )}
          <Said model={model} />
        </div>
      </div>
    </>
  );
}

function response(model: ModelSpan, ended: Extract<ModelEnd, { kind: 'responded' }>): Fact[] {
  const { input, output, cacheRead, cacheWrite } = ended.usage;
  return [
    { name: 'Stop reason', value: stopReasonWords[ended.stopReason] },
    { name: 'Parallel calls', value: model.parallelCalls ? 'allowed' : 'switched off in the request' },
    { name: 'Input', value: `${grouped(input)} tokens` },
    { name: 'Output', value: `${grouped(output)} tokens` },
    { name: 'Cache', value: `${grouped(cacheRead)} tokens read, ${grouped(cacheWrite)} written` },
    {
      name: 'Cost',
      value: ended.costUsd === null ? 'not known: no price for this model' : dollars(ended.costUsd),
    },
  ];
}

function Retries({ model }: { readonly model: ModelSpan }) {
  return (
    <Section title={counted(model.retries.length, 'retry', 'retries')}>
      <ol className="flex flex-col gap-1.5">
        {model.retries.map((retry) => (
          <li key={retry.at} className="copyable">
            <Moment at={retry.at} />, attempt {retry.attempt}, after a pause of {duration(retry.delayMs)}
            <span className="block text-muted">{retry.failure.sentence}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Said({ model }: { readonly model: ModelSpan }) {
  const said = model.blocks.filter((block) => block.text !== '' && block.kind !== 'tool_call');
  return said.map((block) => (
    <Section key={block.block} title={block.kind === 'thinking' ? 'Thought' : 'Said'}>
      <Payload text={block.text} />
    </Section>
  ));
}
