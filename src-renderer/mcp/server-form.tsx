import type { Failure } from '@contract/failure';
import type { McpServer } from '@contract/mcp';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../widgets/button';
import { FailureNote } from '../widgets/failure-note';
import { Segmented } from '../widgets/segmented';
import { TextField } from '../widgets/text-field';
import { keepServer } from './mcp-store';
import { type DraftField, draftOf, emptyDraft, readDraft, type ServerDraft } from './server-draft';

export interface ServerFormProps {
  /** null: a new one. */
  readonly server: McpServer | null;
  readonly onDone: () => void;
}

/** Enters a server, or changes one. Nothing is started before it is kept. */
export function ServerForm({ server, onDone }: ServerFormProps) {
  const [draft, setDraft] = useState(server === null ? emptyDraft : draftOf(server));
  const [wrong, setWrong] = useState<{ readonly field: DraftField; readonly sentence: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [keeping, setKeeping] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const change = (part: Partial<ServerDraft>) => {
    setDraft({ ...draft, ...part });
    setWrong(null);
  };
  const keep = async () => {
    const read = readDraft(draft);
    setWrong(read.ok ? null : read);
    if (!read.ok) return;
    setKeeping(true);
    const refused = await keepServer(server?.id ?? null, read.wanted);
    setKeeping(false);
    setFailure(refused);
    if (refused === null) onDone();
  };
  const said = (field: DraftField) => (wrong?.field === field ? wrong.sentence : null);
  return (
    <form
      aria-label={server === null ? 'Add a server' : `Change ${server.name}`}
      className="flex flex-col gap-3 rounded border bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Segmented
        label="How it is reached"
        segments={[
          { value: 'stdio', label: 'A program here' },
          { value: 'http', label: 'An address' },
        ]}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <Field label="Name" note="Its tools bear it, as in files__read." wrong={said('name')}>
        {(props) => (
          <TextField {...props} ref={first} value={draft.name} onChange={(name) => change({ name })} />
        )}
      </Field>
      {draft.kind === 'stdio' ? (
        <>
          <Field label="Program" note="Started without a shell." wrong={said('command')}>
            {(props) => (
              <TextField
                {...props}
                placeholder="npx"
                value={draft.command}
                onChange={(command) => change({ command })}
              />
            )}
          </Field>
          <Field label="Arguments" note="One a line." wrong={said('args')}>
            {(props) => <Lines {...props} value={draft.args} onChange={(args) => change({ args })} />}
          </Field>
          <Field
            label="Environment"
            note="NAME=value, one a line; kept encrypted and not shown again."
            wrong={said('env')}
          >
            {(props) => <Lines {...props} value={draft.env} onChange={(env) => change({ env })} />}
          </Field>
        </>
      ) : (
        <>
          <Field label="Address" note="Streamable HTTP." wrong={said('url')}>
            {(props) => (
              <TextField
                {...props}
                placeholder="http://127.0.0.1:3001/mcp"
                value={draft.url}
                onChange={(url) => change({ url })}
              />
            )}
          </Field>
          <Field
            label="Headers"
            note="Name: value, one a line; kept encrypted and not shown again."
            wrong={said('headers')}
          >
            {(props) => (
              <Lines {...props} value={draft.headers} onChange={(headers) => change({ headers })} />
            )}
          </Field>
        </>
      )}
      {failure !== null && <FailureNote failure={failure} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" look="primary" disabled={keeping}>
          {server === null ? 'Add' : 'Keep'}
        </Button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly note: string;
  readonly wrong: string | null;
  readonly children: (props: {
    readonly label: string;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string;
  }) => ReactNode;
}

function Field({ label, note, wrong, children }: FieldProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[7rem_1fr] items-start gap-x-3">
      <span aria-hidden className="pt-1">
        {label}
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        {children({ label, 'aria-invalid': wrong !== null, 'aria-describedby': id })}
        <p id={id} className={wrong === null ? 'text-sm text-muted' : 'text-sm text-failure'}>
          {wrong ?? note}
        </p>
      </div>
    </div>
  );
}

interface LinesProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Lines({ label, value, onChange, ...rest }: LinesProps) {
  return (
    <textarea
      {...rest}
      aria-label={label}
      rows={Math.min(6, Math.max(2, value.split('\n').length))}
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="min-w-0 resize-none rounded border border-edge bg-panel px-2 py-1 font-mono text-sm aria-invalid:border-failure"
    />
  );
}
