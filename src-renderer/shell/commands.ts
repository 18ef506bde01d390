import type { MenuCommand } from '@contract/ipc';
import { isHeld } from '@contract/reduce';
import { type Mode, modes } from '@contract/run-options';
import type { Theme } from '@contract/settings';
import { useDraft } from '../composer/draft-store';
import { modeLabel } from '../composer/modes';
import { runDraft, stopActive } from '../composer/run-draft';
import { useLibrary } from '../library/library-store';
import { besideScale } from '../settings/text-scales';
import type { TimelineCommand } from '../timeline/keymap';
import { runTimelineCommand } from '../timeline/run-command';
import { useLiveRun } from '../trace/live-run';
import { useTrace } from '../trace/trace-store';
import {
  changeSettings,
  chooseFile,
  closeComparison,
  compareRuns,
  restoreDeleted,
  resumeRun,
  revealRun,
  showPractice,
  takeOver,
} from './actions';
import { openDialog, say, useApp } from './app-store';
import { focusPlace } from './places';
import { runsPane } from './runs-pane';

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
  { id: 'take-over', title: 'Take over the desktop', keys: 'Mod+J', run: takeOverLive },
  { id: 'resume', title: 'Let the held run go on', keys: 'Mod+G', run: resumeHeld },
  { id: 'open-trace', title: 'Open a recording from a file', keys: 'Mod+O', run: () => void chooseFile() },
  { id: 'practice', title: 'Show the practice window', keys: null, run: () => void showPractice() },
  { id: 'undo-delete', title: 'Bring back the deleted run', keys: 'Mod+Z', run: () => void undoDelete() },
  { id: 'find', title: 'Search the runs', keys: '/', run: searchRuns },
  { id: 'next-panel', title: 'Go to the next panel', keys: 'F6', run: () => focusPlace('next') },
  { id: 'settings', title: 'Open the settings', keys: 'Mod+,', run: () => openDialog('settings') },
  { id: 'commands', title: 'List all commands', keys: 'Mod+K', run: () => openDialog('commands') },
  { id: 'shortcuts', title: 'Show the keys', keys: '?', run: () => openDialog('shortcuts') },
  { id: 'reveal', title: 'Show the recording in its folder', keys: null, run: revealOpened },
  { id: 'compare', title: 'Compare the marked runs', keys: null, run: compareMarked },
  { id: 'toggle-runs', title: 'Show or hide the runs', keys: 'Mod+B', run: () => runsPane.toggle() },
  ...modes.map(modeCommand),
  themeCommand('system', 'Use the theme of the system'),
  themeCommand('light', 'Use the light theme'),
  themeCommand('dark', 'Use the dark theme'),
  { id: 'text-larger', title: 'Make the text larger', keys: 'Mod+=', run: () => scaleText('larger') },
  { id: 'text-smaller', title: 'Make the text smaller', keys: 'Mod+-', run: () => scaleText('smaller') },
  {
    id: 'text-normal',
    title: 'Use the normal text size',
    keys: 'Mod+0',
    run: () => changeSettings({ textScale: 1 }),
  },
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

function modeCommand(mode: Mode): Command {
  return {
    id: `mode-${mode}`,
    title: `Choose the mode ${modeLabel[mode]}`,
    keys: null,
    run: () => useDraft.setState({ mode }),
  };
}

function themeCommand(theme: Theme, title: string): Command {
  return { id: `theme-${theme}`, title, keys: null, run: () => changeSettings({ theme }) };
}

function scaleText(direction: 'larger' | 'smaller'): void {
  const { phase } = useApp.getState();
  if (phase.kind !== 'ready') return;
  changeSettings({ textScale: besideScale(phase.about.settings.textScale, direction) });
}

function takeOverLive(): void {
  if (useLiveRun.getState().live !== null) void takeOver();
  else say('No run is going on.');
}

function resumeHeld(): void {
  const { live } = useLiveRun.getState();
  if (live !== null && isHeld(live.history.at(live.events, live.events.length))) void resumeRun();
  else say('No run is held back.');
}

function searchRuns(): void {
  runsPane.show();
  focusPlace('run-search');
}

function revealOpened(): void {
  const { source } = useTrace.getState();
  if (source?.origin === 'library') void revealRun(source.id);
  else say('No recording of the library is open.');
}

function compareMarked(): void {
  const [left, right] = useLibrary.getState().marked;
  if (left === undefined || right === undefined) say('Mark two runs first: Space on a run, or its menu.');
  else compareRuns(left, right);
}

async function undoDelete(): Promise<void> {
  if (!(await restoreDeleted())) say('There is no deleted run to bring back.');
}
