import { ElementRef } from '../contract/ids';
import { type OutlineNode, parseOutline } from '../contract/outline';
import type { ScriptedCall } from '../providers/scripted/program';
import { click, snapshot, takeSnapshot } from './calls';
import { find, isWanted, type Screen, screenAfter, sizeIn, type Wanted } from './screen';
import { type Attempt, isCall } from './transcript';

/** One thing to do to one element that is found by its words. */
export interface Step {
  readonly wanted: Wanted;
  readonly call: (ref: ElementRef) => ScriptedCall;
  /** Whether the screen already shows it done. */
  readonly shown: (element: OutlineNode) => boolean;
  /** Index of the first attempt that counts: one that was undone is to be done again. */
  readonly since: number;
}

/** A press of a button or a menu item, which the screen does not show. */
export function pressStep(roles: readonly string[], name: string, since = 0): Step {
  return { wanted: { roles, name }, call: click, shown: () => false, since };
}

export type Errand =
  | { readonly kind: 'done' }
  /** The open steps up to the first whose element is not on the screen, in order; or a look at the screen. */
  | { readonly kind: 'go'; readonly calls: readonly ScriptedCall[] }
  | { readonly kind: 'stuck'; readonly why: string };

/** How often one step may run and fail, and how many looks may be taken because something failed. */
const triesOfAStep = 12;
const looks = 20;

/**
 * What comes next towards having done every step: steps that failed are tried again on a fresh look, a bounded number of
 * times; those that never ran are asked again.
 */
export function errand(steps: readonly Step[], attempts: readonly Attempt[]): Errand {
  const screen = screenAfter(attempts);
  const open = steps.filter((step) => !isDone(step, attempts, screen));
  if (open.length === 0) return { kind: 'done' };
  const worn = open.find((step) => tries(step, attempts, screen) >= triesOfAStep);
  if (worn !== undefined) return { kind: 'stuck', why: `${wordsOf(worn)} kept failing` };
  const calls: ScriptedCall[] = [];
  for (const step of open) {
    const element = find(screen, step.wanted);
    if (element === null) break;
    calls.push(step.call(element.ref));
  }
  if (isUpToDate(screen, attempts) && calls.length > 0) return { kind: 'go', calls };
  if (lookedInVain(attempts))
    return { kind: 'stuck', why: `${open.map(wordsOf).join(', ')} was not on the screen` };
  if (attempts.filter((each) => each.tool === snapshot).length >= looks)
    return { kind: 'stuck', why: 'the screen kept changing under the calls' };
  return { kind: 'go', calls: [look(attempts)] };
}

/** Whether nothing has failed on the screen since it was last seen. */
function isUpToDate(screen: Screen, attempts: readonly Attempt[]): boolean {
  if (screen.lookedAt < 0) return false;
  return !attempts
    .slice(screen.lookedAt + 1)
    .some((each) => each.outcome === 'failed' && refOf(each) !== null);
}

/** Whether the screen has just been looked at from its top and from its end, and did not show what is sought. */
function lookedInVain(attempts: readonly Attempt[]): boolean {
  const latest = attempts.slice(-3);
  return latest.length === 3 && latest.every((each) => each.tool === snapshot);
}

/** Lines at the end of a long outline to ask for: there a window has its forms and dialogs. */
const endLines = 250;

/** The whole outline; where the last one did not fit, its end, and its beginning again where the end was no help. */
function look(attempts: readonly Attempt[]): ScriptedCall {
  const last = attempts.findLast((each) => each.tool === snapshot && each.outcome === 'done');
  const size = sizeIn(last?.text ?? '');
  const end = takeSnapshot(Math.max(1, size - endLines + 1));
  const fits = (parseOutline(last?.text ?? '')?.nodes.length ?? 0) === size;
  const endWasNoHelp = last !== undefined && last === attempts.at(-1) && !isCall(last, takeSnapshot());
  return fits || endWasNoHelp ? takeSnapshot() : end;
}

function isDone(step: Step, attempts: readonly Attempt[], screen: Screen): boolean {
  const element = find(screen, step.wanted);
  if (element !== null && step.shown(element)) return true;
  return doneAt(step, attempts, screen) >= 0;
}

/** Index of the latest attempt that did the step; -1 where none did. */
export function doneAt(step: Step, attempts: readonly Attempt[], screen: Screen): number {
  const at = attempts.findLastIndex((each) => each.outcome === 'done' && isOf(step, each, screen));
  return at >= step.since ? at : -1;
}

function tries(step: Step, attempts: readonly Attempt[], screen: Screen): number {
  return attempts.filter((each) => each.outcome === 'failed' && isOf(step, each, screen)).length;
}

/** Whether the attempt was made at this step, whichever ref its element had then. */
function isOf(step: Step, attempt: Attempt, screen: Screen): boolean {
  const ref = refOf(attempt);
  const element = ref === null ? undefined : screen.named.get(ref);
  if (ref === null || element === undefined || !isWanted(element, step.wanted)) return false;
  const call = step.call(ref);
  return attempt.tool === call.tool && JSON.stringify(attempt.input) === JSON.stringify(call.input);
}

function refOf({ input }: Attempt): ElementRef | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  const ref = ElementRef.safeParse(input['ref']);
  return ref.success ? ref.data : null;
}

function wordsOf({ wanted }: Step): string {
  return typeof wanted.name === 'string' ? wanted.name : wanted.name.source;
}
