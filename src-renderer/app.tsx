import { useEffect, useState } from 'react';
import { SettingsDialog } from './settings/settings-dialog';
import { useApp } from './shell/app-store';
import { CommandPalette } from './shell/command-palette';
import { DropTarget } from './shell/drop-target';
import { useGlobalKeys } from './shell/keys';
import { Notes } from './shell/notes';
import { ShortcutsDialog } from './shell/shortcuts-dialog';
import { SpokenStatus } from './shell/spoken-status';
import { begin, startUp } from './shell/start-up';
import { Workspace } from './shell/workspace';
import { Button } from './widgets/button';
import { FailureNote } from './widgets/failure-note';
import { TooltipProvider } from './widgets/tooltip';

export function App() {
  useEffect(startUp, []);
  const phase = useApp((state) => state.phase);
  switch (phase.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return (
        <main className="grid h-full place-items-center p-8">
          <div className="w-full max-w-lg">
            <FailureNote
              failure={phase.failure}
              action={<Button onClick={() => void begin()}>Try again</Button>}
            />
          </div>
        </main>
      );
    case 'ready':
      return <Ready />;
  }
}

function Ready() {
  useGlobalKeys();
  return (
    <TooltipProvider>
      <DropTarget>
        <Workspace />
        <SettingsDialog />
        <CommandPalette />
        <ShortcutsDialog />
        <Notes />
        <SpokenStatus />
      </DropTarget>
    </TooltipProvider>
  );
}

/** Milliseconds before waiting is said: most starts are over by then. */
const patience = 150;

function Loading() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="grid h-full place-items-center text-muted">{long && <p>Opening Interlock</p>}</main>
  );
}
