import type { RunEntry } from '@contract/ipc';
import { Command as Palette } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { chooseDemo } from '../composer/draft-store';
import { modeLabel } from '../composer/modes';
import { ago } from '../library/ago';
import { filterRuns } from '../library/filter-runs';
import { statusWords } from '../library/status-words';
import { useTrace } from '../trace/trace-store';
import { KeyHint } from '../widgets/key-hint';
import { compareRuns, openRun } from './actions';
import { openDialog, useAbout, useApp } from './app-store';
import { commands } from './commands';

/** Every command, demo, mode and run, by name. */
export function CommandPalette() {
  const open = useApp((state) => state.dialog === 'commands');
  return (
    <Radix.Root open={open} onOpenChange={(wanted) => openDialog(wanted ? 'commands' : null)}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-40 w-[36rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 rounded bg-raised shadow-raised focus:outline-none"
        >
          <Radix.Title className="sr-only">Commands</Radix.Title>
          <Palette loop label="Commands">
            <Palette.Input
              placeholder="Do, open or choose"
              className="h-10 w-full border-b bg-transparent px-4 outline-none"
            />
            <Palette.List className="max-h-[50vh] overflow-y-auto p-1">
              <Palette.Empty className="px-3 py-6 text-center text-muted">
                Nothing of that name.
              </Palette.Empty>
              <Entries />
            </Palette.List>
          </Palette>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Enough to find a recent one; the list of runs has its own search. */
const shownRuns = 50;

function Entries() {
  const { demos } = useAbout();
  const runs = useApp((state) => state.runs);
  const opened = useTrace((state) => state.source);
  const latest = filterRuns(runs ?? [], '').slice(0, shownRuns);
  return (
    <>
      <Palette.Group heading={<Heading>Commands</Heading>}>
        {commands
          .filter(({ id }) => id !== 'commands')
          .map(({ id, title, keys, run }) => (
            <Entry
              key={id}
              id={id}
              label={title}
              aside={keys !== null && <KeyHint keys={keys} />}
              run={run}
            />
          ))}
      </Palette.Group>
      <Palette.Group heading={<Heading>Scripted demos</Heading>}>
        {demos.map((demo) => (
          <Entry
            key={demo.name}
            id={demo.name}
            label={`Choose the demo ${demo.title}`}
            run={() => chooseDemo(demo)}
          />
        ))}
      </Palette.Group>
      <Palette.Group heading={<Heading>Runs</Heading>}>
        {latest.map((entry) => (
          <Entry
            key={entry.id}
            id={entry.id}
            label={`Open ${entry.name}`}
            aside={facts(entry)}
            run={() => void openRun(entry.id)}
          />
        ))}
      </Palette.Group>
      {opened?.origin === 'library' && (
        <Palette.Group heading={<Heading>Compare the open run</Heading>}>
          {latest
            .filter(({ id }) => id !== opened.id)
            .map((entry) => (
              <Entry
                key={entry.id}
                id={`compare ${entry.id}`}
                label={`Compare with ${entry.name}`}
                aside={facts(entry)}
                run={() => compareRuns(opened.id, entry.id)}
              />
            ))}
        </Palette.Group>
      )}
    </>
  );
}

/** What tells runs of one name apart. */
function facts({ summary, startedAt }: RunEntry): string {
  const mode = summary === null ? statusWords.unreadable.label : modeLabel[summary.mode];
  return `${mode}, ${ago(startedAt, Date.now())}`;
}

function Heading({ children }: { readonly children: ReactNode }) {
  return <span className="block px-2 pt-2 pb-1 text-sm text-muted">{children}</span>;
}

interface EntryProps {
  readonly id: string;
  readonly label: string;
  /** Keys, or what tells it apart. */
  readonly aside?: ReactNode;
  readonly run: () => void;
}

function Entry({ id, label, aside, run }: EntryProps) {
  return (
    <Palette.Item
      value={`${label} ${id}`}
      onSelect={() => {
        openDialog(null);
        run();
      }}
      className="flex h-7 items-center gap-2 rounded px-2 data-[selected=true]:bg-selected data-[selected=true]:[&_.text-muted]:text-text"
    >
      <span className="min-w-0 flex-1 truncate">{label}</span>
      <span className="shrink-0 text-sm text-muted">{aside}</span>
    </Palette.Item>
  );
}
