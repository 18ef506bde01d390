import { CircleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../widgets/button';
import { IconButton } from '../widgets/icon-button';
import { closeNote, type Note, useApp } from './app-store';

/** Milliseconds that a passing word stays; time enough to press Undo. */
const stay = 8_000;

export function Notes() {
  const notes = useApp((state) => state.notes);
  return (
    <section
      aria-label="Notes"
      className="pointer-events-none fixed right-3 bottom-[calc(0.75rem+var(--asked-height,0px))] z-50 flex w-96 flex-col gap-2"
    >
      {notes.map((note) => (
        <NoteCard key={note.id} note={note} />
      ))}
    </section>
  );
}

function NoteCard({ note: { id, kind, sentence, next, action } }: { readonly note: Note }) {
  useEffect(() => {
    if (kind === 'failed') return;
    const timer = setTimeout(() => closeNote(id), stay);
    return () => clearTimeout(timer);
  }, [id, kind]);
  return (
    <div
      role={kind === 'failed' ? 'alert' : 'status'}
      className="copyable pointer-events-auto flex items-start gap-2 rounded bg-raised py-2 pr-2 pl-3 shadow-raised"
    >
      {kind === 'failed' && <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-failure" />}
      <div className="min-w-0 flex-1 break-words">
        <p>{sentence}</p>
        {next !== null && <p className="text-muted">{next}</p>}
      </div>
      {action !== null && (
        <Button
          size="small"
          onClick={() => {
            action.run();
            closeNote(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Close" icon={<X aria-hidden />} onClick={() => closeNote(id)} />
    </div>
  );
}
