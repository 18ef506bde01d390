import type { Call } from '@contract/trace-model';
import { useWholeModel } from '../trace/trace-store';
import { CopyButton } from '../widgets/copy-button';
import { JsonView } from '../widgets/json-view';
import { Moment } from './moment';
import { ScriptSource, sourceIn } from './script-source';
import { Section } from './section';

/** What a call was given, and where the person changed it, what the model had asked for. */
export function CallInput({ call }: { readonly call: Call }) {
  const source = sourceIn(call.tool, call.input);
  const copy =
    source === null ? (
      <CopyButton label="Copy input" text={() => JSON.stringify(call.input, null, 2)} />
    ) : (
      <CopyButton label="Copy script" text={() => source} />
    );
  return (
    <Section title={source === null ? 'Input' : 'Script'} aside={copy}>
      {call.editedAt !== null && (
        <p className="mb-1">
          You changed it before it ran. <Moment at={call.editedAt} />
        </p>
      )}
      {source === null ? (
        <JsonView label="Input of the call" value={call.input} />
      ) : (
        <ScriptSource source={source} />
      )}
      {call.editedAt !== null && <AskedFor call={call} />}
    </Section>
  );
}

function AskedFor({ call }: { readonly call: Call }) {
  const ended = useWholeModel().turns[call.turn - 1]?.model?.ended;
  const content = ended?.kind === 'responded' ? ended.content : [];
  const asked = content.find((block) => block.type === 'tool_call' && block.id === call.id);
  if (asked?.type !== 'tool_call') return null;
  return (
    <details className="mt-1">
      <summary className="cursor-default text-muted">What the model asked for</summary>
      <JsonView label="Input that the model asked for" value={asked.input} />
    </details>
  );
}
