import type { ApprovalAnswer } from '@contract/approval';
import { type Result, thrownSentence } from '@contract/failure';
import type { RunId } from '@contract/ids';
import type { OpenedTrace, RequestInput, RequestName, RequestOutput, RunEntry } from '@contract/ipc';
import type { PermissionName } from '@contract/permission';
import type { OverrideChange, RunRequest } from '@contract/run-options';
import type { KeyOwner, KeySource, Settings } from '@contract/settings';
import type { StopSource } from '@contract/trace-event';
import { interlock } from '../ipc/client';
import { unmark } from '../library/library-store';
import { useTrace } from '../trace/trace-store';
import { type Activity, isBusy, say, sayFailure, useApp } from './app-store';

/** Asks the main process; a failure is shown, and null comes back. */
async function ask<N extends RequestName>(name: N, input: RequestInput<N>): Promise<RequestOutput<N> | null> {
  const answer: Result<RequestOutput<N>> = await interlock().request(name, input);
  if (answer.ok) return answer.value;
  sayFailure(answer.failure);
  return null;
}

/** @returns whether it began */
export async function startRun(request: RunRequest): Promise<boolean> {
  if (isBusy(useApp.getState())) return false;
  useApp.setState({ activity: { kind: 'starting' }, ended: null });
  const started = await ask('run:start', request);
  // The main process may have told of its beginning, or even of its end, before it answered.
  const then: Activity = started === null ? { kind: 'idle' } : { kind: 'running', id: started.id };
  useApp.setState(({ activity }) => (activity.kind === 'starting' ? { activity: then } : {}));
  if (started === null) return false;
  await openRun(started.id);
  return true;
}

export async function stopRun(by: StopSource): Promise<void> {
  await ask('run:stop', { by });
}

/** @returns whether the main process took it; a secret in it is handed on and kept nowhere */
export async function answerApproval(answer: ApprovalAnswer): Promise<boolean> {
  const taken = await interlock().request('approval:answer', answer);
  if (!taken.ok) sayFailure(taken.failure);
  return taken.ok;
}

/** The run keeps its hands off until `resumeRun`. */
export async function takeOver(): Promise<void> {
  await ask('run:take-over', null);
}

/** After a hold: the person is done with the desktop. */
export async function resumeRun(): Promise<void> {
  await ask('run:resume', null);
}

/** @returns whether the run under way took it */
export async function overrideTool(change: OverrideChange): Promise<boolean> {
  const taken = await interlock().request('run:override', change);
  if (!taken.ok) sayFailure(taken.failure);
  return taken.ok;
}

export async function openPermissionSettings(name: PermissionName): Promise<void> {
  await ask('permissions:open-settings', { name });
}

export function openRun(id: RunId): Promise<void> {
  return show(ask('runs:open', { id }));
}

export function openFile(path: string): Promise<void> {
  return show(ask('trace:open-file', { path }));
}

export function chooseFile(): Promise<void> {
  return show(ask('trace:choose-file', null));
}

/** How many traces were asked for: what was asked for last is shown, however long an earlier one takes. */
let asked = 0;

async function show(opening: Promise<OpenedTrace | null>): Promise<void> {
  asked += 1;
  const mine = asked;
  const trace = await opening;
  if (trace === null || mine !== asked) return;
  useTrace.getState().open(trace);
  useApp.setState({ view: { kind: 'run' } });
  for (const note of trace.notes) say(note);
}

export async function listRuns(): Promise<void> {
  const runs = await ask('runs:list', null);
  if (runs !== null) useApp.setState({ runs });
}

export async function renameRun(id: RunId, name: string): Promise<void> {
  const entered = name.trim();
  if (entered === '') return;
  changeRun(id, (entry) => ({ ...entry, name: entered }));
  useTrace.getState().rename(id, entered);
  await ask('runs:rename', { id, name: entered });
  await listRuns();
}

/** The last deleted run, for undo. */
let deleted: RunEntry | null = null;

export async function deleteRun(entry: RunEntry): Promise<void> {
  const { activity, view } = useApp.getState();
  if (activity.kind === 'running' && activity.id === entry.id) {
    say('This run is still going on. Stop it before you delete it.');
    return;
  }
  const answer = await interlock().request('runs:delete', { id: entry.id });
  if (!answer.ok) {
    sayFailure(answer.failure);
    return;
  }
  deleted = entry;
  if (useTrace.getState().source?.id === entry.id) useTrace.getState().close();
  if (view.kind === 'compare' && [view.left, view.right].includes(entry.id)) closeComparison();
  unmark(entry.id);
  await listRuns();
  say(`Deleted "${entry.name}".`, { label: 'Undo', run: () => void restoreDeleted() });
}

/** @returns whether there was something to bring back */
export async function restoreDeleted(): Promise<boolean> {
  if (deleted === null) return false;
  const entry = deleted;
  const answer = await interlock().request('runs:restore', { id: entry.id });
  if (!answer.ok) {
    sayFailure(answer.failure);
    return true;
  }
  deleted = null;
  await listRuns();
  say(`"${entry.name}" is back.`);
  return true;
}

export async function revealRun(id: RunId): Promise<void> {
  await ask('runs:reveal', { id });
}

export async function showPractice(): Promise<void> {
  await ask('practice:show', null);
}

export function compareRuns(left: RunId, right: RunId): void {
  useApp.setState({ view: { kind: 'compare', left, right } });
}

export function closeComparison(): void {
  useApp.setState({ view: { kind: 'run' } });
}

/** Only the latest change is what main keeps: changes are sent one after another. */
let sending: Promise<void> = Promise.resolve();

export function changeSettings(change: Partial<Settings>): void {
  const { phase } = useApp.getState();
  if (phase.kind !== 'ready') return;
  const settings = { ...phase.about.settings, ...change };
  useApp.setState({ phase: { ...phase, about: { ...phase.about, settings } } });
  sending = sending.then(() => keepSettings(settings)).catch(sayBroken);
}

async function keepSettings(settings: Settings): Promise<void> {
  await ask('settings:change', settings);
}

/** The wire itself broke. What comes after it is sent all the same. */
function sayBroken(thrown: unknown): void {
  const sentence = `The settings could not be sent: ${thrownSentence(thrown)}`;
  sayFailure({ code: 'internal', sentence, next: 'Close the window and open it again.' });
}

export async function storeKey(of: KeyOwner, key: string): Promise<boolean> {
  return rememberKeySource(of, await ask('key:store', { of, key }));
}

export async function forgetKey(of: KeyOwner): Promise<void> {
  rememberKeySource(of, await ask('key:forget', { of }));
}

function rememberKeySource(of: KeyOwner, source: KeySource | null): boolean {
  const { phase } = useApp.getState();
  if (source === null || phase.kind !== 'ready') return false;
  useApp.setState({
    phase: { ...phase, about: { ...phase.about, keySources: { ...phase.about.keySources, [of]: source } } },
  });
  return true;
}

function changeRun(id: RunId, change: (entry: RunEntry) => RunEntry): void {
  useApp.setState(({ runs }) => ({
    runs: runs?.map((entry) => (entry.id === id ? change(entry) : entry)) ?? null,
  }));
}
