import { RunId } from '@contract/ids';
import type { Interlock, RequestName } from '@contract/ipc';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from '../app';
import { showComplaint } from '../composer/complaint-store';
import { useDraft } from '../composer/draft-store';
import { provideInterlock } from '../ipc/client';
import { useLibrary } from '../library/library-store';
import { usePrograms } from '../programs/programs-store';
import { usePermissions } from '../settings/permissions-store';
import { useSettingsPane } from '../settings/settings-pane';
import { useLiveRun } from '../trace/live-run';
import { useTrace } from '../trace/trace-store';
import { useApp } from './app-store';
import type { SimulatedMain } from './simulated-main.fixture';

// The test's DOM has no layout, and a list without a height shows no rows.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 600 });

let withdraw = (): void => {};

/** Forgets every window before, and puts `main` behind the next one. */
export function freshWindow(main?: Interlock): () => void {
  cleanup();
  withdraw();
  useApp.setState(useApp.getInitialState(), true);
  useDraft.setState(useDraft.getInitialState(), true);
  useLibrary.setState(useLibrary.getInitialState(), true);
  // What was heard of a run is forgotten with the first word of another.
  useTrace.getState().append(RunId.parse('no-run'), []);
  useTrace.getState().close();
  useLiveRun.setState(useLiveRun.getInitialState(), true);
  usePermissions.setState(usePermissions.getInitialState(), true);
  useSettingsPane.setState(useSettingsPane.getInitialState(), true);
  usePrograms.setState(usePrograms.getInitialState(), true);
  showComplaint(null);
  if (main !== undefined) withdraw = provideInterlock(main);
  return withdraw;
}

/** The whole window, once its button is there. @param button whether it would run or stop */
export async function shown(main: Interlock, button: string | RegExp = 'Run') {
  freshWindow(main);
  render(<App />);
  await screen.findByRole('button', { name: button });
  return userEvent.setup();
}

/** The inputs of every request of that name, in order. */
export function askedFor(main: SimulatedMain, name: RequestName): unknown[] {
  return main.asked.filter((each) => each.name === name).map((each) => each.input);
}
