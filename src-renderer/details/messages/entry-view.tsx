import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTrace } from '../../trace/trace-store';
import { Badge } from '../../widgets/badge';
import { classes } from '../../widgets/classes';
import { FailureNote } from '../../widgets/failure-note';
import { counted } from '../../widgets/units';
import { BlobPicture } from '../blob-picture';
import { Moment } from '../moment';
import { type Entry, inputText } from './conversation';
import { FoundText } from './found-text';

export interface EntryViewProps {
  readonly entry: Entry;
  /** What is looked for. */
  readonly words: string;
}

export function EntryView({ entry, words }: EntryViewProps) {
  switch (entry.kind) {
    case 'system':
      return (
        <Folded
          title="System prompt"
          length={entry.text.length}
          open={words !== '' && has(entry.text, words)}
        >
          <Data text={entry.text} words={words} />
        </Folded>
      );
    case 'turn':
      return (
        <h2 className="flex items-baseline gap-2 border-t pt-2 font-medium text-sm">
          Turn {entry.turn}
          {entry.who !== null && `, ${entry.who}`}
          <span className="font-normal text-muted">
            <Moment at={entry.at} />
          </span>
        </h2>
      );
    case 'sent':
      return <Speech who="Sent" text={entry.text} words={words} />;
    case 'said':
      return (
        <Speech
          who={entry.thought ? 'Thought' : 'Model'}
          text={entry.text}
          words={words}
          quiet={entry.thought}
          mark={entry.streaming ? 'still arriving' : null}
        />
      );
    case 'opaque':
      return (
        <p className="text-muted text-sm">
          {entry.name}, handed back untouched ({counted(entry.length, 'character')})
        </p>
      );
    case 'call':
      return <CallEntry entry={entry} words={words} />;
    case 'result':
      return <ResultEntry entry={entry} words={words} />;
    case 'failure':
      return <FailureNote failure={entry.failure} />;
  }
}

interface SpeechProps {
  readonly who: string;
  readonly text: string;
  readonly words: string;
  readonly quiet?: boolean;
  readonly mark?: string | null;
}

function Speech({ who, text, words, quiet = false, mark = null }: SpeechProps) {
  return (
    <div>
      <p className={classes('text-sm', who === 'Model' || who === 'Thought' ? 'text-model' : 'text-muted')}>
        {who}
        {mark !== null && <span className="text-muted">, {mark}</span>}
      </p>
      <p className={classes('copyable max-w-[80ch] whitespace-pre-wrap break-words', quiet && 'text-muted')}>
        <FoundText text={text} words={words} limit={3000} />
      </p>
    </div>
  );
}

function CallEntry({
  entry,
  words,
}: {
  readonly entry: Extract<Entry, { kind: 'call' }>;
  readonly words: string;
}) {
  const chosen = useTrace((state) => state.selection.kind === 'call' && state.selection.callId === entry.id);
  return (
    <div className={classes('rounded border px-2 py-1', chosen && 'bg-selected')}>
      <button
        type="button"
        onClick={() => useTrace.getState().select({ kind: 'call', turn: entry.turn, callId: entry.id })}
        className="rounded font-medium font-mono text-sm hover:underline"
      >
        <FoundText text={entry.tool} words={words} limit={200} />
      </button>
      <pre className="copyable whitespace-pre-wrap break-words font-mono text-sm">
        <FoundText text={inputText(entry.input)} words={words} limit={600} />
      </pre>
    </div>
  );
}

function ResultEntry({
  entry,
  words,
}: {
  readonly entry: Extract<Entry, { kind: 'result' }>;
  readonly words: string;
}) {
  return (
    <div>
      <p className="flex items-center gap-2 text-muted text-sm">
        <span>
          Result of <span className="font-mono">{entry.tool}</span>
        </span>
        {entry.isError && <Badge tone="failure">error</Badge>}
      </p>
      <div className="flex flex-col gap-1">
        {entry.content.map((block, at) =>
          block.type === 'text' ? (
            <Data key={at} text={block.text} words={words} />
          ) : (
            <BlobPicture key={at} blob={block.blob} alt={`Picture that ${entry.tool} gave back`} />
          ),
        )}
        {entry.content.length === 0 && <p className="text-muted">Nothing.</p>}
      </div>
    </div>
  );
}

/** What came from a tool or the screen: set apart, and never more than text. */
function Data({ text, words }: { readonly text: string; readonly words: string }) {
  return (
    <pre className="copyable whitespace-pre-wrap break-words rounded bg-sunken px-2 py-1 font-mono text-sm">
      <FoundText text={text} words={words} limit={800} />
    </pre>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly length: number;
  /** Held open by a find. */
  readonly open: boolean;
  readonly children: React.ReactNode;
}

function Folded({ title, length, open, children }: FoldedProps) {
  const [chosen, setChosen] = useState(false);
  const shown = open || chosen;
  return (
    <div>
      <button
        type="button"
        aria-expanded={shown}
        onClick={() => setChosen(!chosen)}
        className="-ml-1 flex items-center gap-1 rounded px-1 text-sm hover:bg-hover"
      >
        <ChevronRight aria-hidden className={classes('size-3 text-muted', shown && 'rotate-90')} />
        {title}
        <span className="text-muted">{counted(length, 'character')}</span>
      </button>
      {shown && children}
    </div>
  );
}

function has(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.trim().toLowerCase());
}
