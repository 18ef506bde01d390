import type { MenuCommand } from '@contract/ipc';
import { runDraft, stopActive } from '../composer/run-draft';
import type { TimelineCommand } from '../timeline/keymap';
import { runTimelineCommand } from '../timeline/run-command';
import { chooseFile, closeComparison, restoreDeleted, showPractice } from './actions';
import { openDialog, say } from './app-store';
import { focusPlace } from './places';

export interface Command {
  readonly id: string;
  /** Beginning with a verb. */
  readonly title: string;
  /** `Mod` is Command on a Mac and Control elsewhere. */
  readonly keys: string | null;
  readonly run: () => void;
}

const onTimeline = (id: MenuCommand, title: string, command: TimelineCommand): Command => ({
  id,
  title,
  keys: null,
  run: () => runTimelineCommand(command),
});

/** What can be done from anywhere: by key, by the menu, and from the list of commands. */
export const commands: readonly Command[] = [
  { id: 'new-run', title: 'Write a new task', keys: 'Mod+N', run: newRun },
  { id: 'run', title: 'Run the task', keys: 'Mod+Enter', run: () => void runDraft() },
  { id: 'stop', title: 'Stop the run', keys: 'Escape', run: () => void stopActive('button') },
  { id: 'open-trace', title: 'Open a recording from a file', keys: 'Mod+O', run: () => void chooseFile() },
  { id: 'practice', title: 'Show the practice window', keys: null, run: () => void showPractice() },
  { id: 'undo-delete', title: 'Bring back the deleted run', keys: 'Mod+Z', run: () => void undoDelete() },
  { id: 'find', title: 'Search the runs', keys: '/', run: () => focusPlace('run-search') },
  { id: 'next-panel', title: 'Go to the next panel', keys: 'F6', run: () => focusPlace('next') },
  { id: 'settings', title: 'Open the settings', keys: 'Mod+,', run: () => openDialog('settings') },
  { id: 'commands', title: 'List all commands', keys: 'Mod+K', run: () => openDialog('commands') },
  { id: 'shortcuts', title: 'Show the keys', keys: '?', run: () => openDialog('shortcuts') },
  onTimeline('step-first', 'Go to the first step', 'step-first'),
  onTimeline('step-previous', 'Step back', 'step-previous'),
  onTimeline('step-next', 'Step forward', 'step-next'),
  onTimeline('step-last', 'Go to the last step', 'step-last'),
  onTimeline('play', 'Play or pause', 'play-pause'),
  onTimeline('zoom-in', 'Zoom in on the timeline', 'zoom-in'),
  onTimeline('zoom-out', 'Zoom out of the timeline', 'zoom-out'),
  onTimeline('fit', 'Fit the timeline', 'fit'),
];

const byId = new Map(commands.map((command) => [command.id, command]));

/** Does what the menu asked for. */
export function obey(asked: MenuCommand): void {
  byId.get(asked)?.run();
}

function newRun(): void {
  closeComparison();
  focusPlace('task');
}

async function undoDelete(): Promise<void> {
  if (!(await restoreDeleted())) say('There is no deleted run to bring back.');
}
