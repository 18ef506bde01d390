import { alone } from '../contract/crew';
import type { DemoInfo } from '../contract/ipc';
import { parseOutline } from '../contract/outline';
import type { PracticeRecord } from '../contract/practice-record';
import type { Call } from '../contract/trace-model';
import type { ScriptedAnswer, ScriptedCall, ScriptedProgram } from '../providers/scripted/program';
import { findRole } from './calls';
import type { Demo, Evidence } from './demo';
import { doneAt, errand, pressStep } from './errand';
import { find, roles, type Screen, screenAfter } from './screen';
import { readTranscript } from './transcript';
import { check, verdict } from './verdict';
import { elementNamedBy } from './wrong-elements';

const info: DemoInfo = {
  name: 'dialog-race',
  title: 'Click and read at once',
  task: 'In the Support desk window choose File, then Close all... and look at what it asks. Then cancel it.',
  shows:
    'A click opens a dialog, and a read is asked for in the same turn: at once, it may see the screen from before.',
  tools: ['snapshot', 'find', 'click'],
  target: 'practice',
  crew: alone,
  approvals: 'sensitive',
};

const opening = 'Close all...';
/** The read that goes with the click. */
const lookForDialog = findRole('dialog');
const openMenu = pressStep(roles.menu, 'File');
const openDialog = pressStep(roles.menuItem, opening);

const program: ScriptedProgram = ({ messages }) => {
  const { attempts } = readTranscript(messages);
  const screen = screenAfter(attempts);
  const openedAt = doneAt(openDialog, attempts, screen);
  if (openedAt < 0) return open(errand([openMenu, openDialog], attempts), screen);
  const read = attempts
    .slice(openedAt + 1)
    .find((each) => each.tool === lookForDialog.tool && each.outcome === 'done');
  if (read === undefined) {
    const inVain = attempts.slice(openedAt + 1).length >= 4;
    return inVain
      ? final('I could not read the screen after the click.')
      : { text: '', calls: [lookForDialog] };
  }
  const saw = showsDialog(read.text) ? 'It showed the dialog.' : 'It did not show the dialog yet.';
  const said = `I read the screen after the click on ${opening} ${saw}`;
  const next = errand([pressStep(roles.button, 'Cancel', openedAt)], attempts);
  switch (next.kind) {
    case 'go':
      return { text: '', calls: next.calls };
    case 'stuck':
      return final(`${said} I could not cancel it: ${next.why}.`);
    case 'done':
      return final(`${said} Then I cancelled it.`);
  }
};

/** The click that opens the dialog goes together with a read. */
function open(next: ReturnType<typeof errand>, screen: Screen): ScriptedAnswer {
  switch (next.kind) {
    case 'go': {
      const opener = find(screen, openDialog.wanted);
      const opens = next.calls.some((call) => opener !== null && isSame(call, openDialog.call(opener.ref)));
      return { text: '', calls: opens ? [...next.calls, lookForDialog] : next.calls };
    }
    case 'stuck':
      return final(`I could not open the dialog: ${next.why}.`);
    case 'done':
      return { text: '', calls: [lookForDialog] };
  }
}

function isSame(a: ScriptedCall, b: ScriptedCall): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function final(text: string): ScriptedAnswer {
  return { text, calls: [] };
}

function showsDialog(text: string): boolean {
  return parseOutline(text)?.nodes.some(isDialog) === true;
}

function isDialog({ role }: { readonly role: string }): boolean {
  return (roles.dialog as readonly string[]).includes(role.toLowerCase());
}

/** The first read after the click that opened the dialog, in the model's order. */
function readAfterOpening({ model, snapshotOf }: Evidence): Call | undefined {
  const calls = model.turns.flatMap((turn) => turn.calls);
  const opened = calls.findIndex(
    (call) =>
      call.ended?.outcome === 'succeeded' && elementNamedBy(call, model, snapshotOf)[0]?.name === opening,
  );
  if (opened < 0) return undefined;
  return calls
    .slice(opened + 1)
    .find((call) => call.tool === lookForDialog.tool && call.ended?.outcome === 'succeeded');
}

function textOf(call: Call | undefined): string {
  return (call?.ended?.content ?? []).map((block) => (block.type === 'text' ? block.text : '')).join('\n');
}

/** Whether the dialog was opened, and the next thing pressed in it was Cancel. */
function wasCancelled(practice: PracticeRecord): boolean {
  const pressed = practice.flatMap((entry) => (entry.kind === 'pressed' ? [entry.element.name] : []));
  const opened = pressed.lastIndexOf(opening);
  return opened >= 0 && pressed[opened + 1] === 'Cancel' && pressed.length === opened + 2;
}

export const dialogRace: Demo = {
  info,
  program,
  async prepare() {
    return { task: info.task, programs: [], cleanup: async () => {} };
  },
  async verify(evidence) {
    return verdict(evidence, [
      check(
        'read after the click',
        showsDialog(textOf(readAfterOpening(evidence))),
        'The read that was asked for after the click saw the dialog.',
        'The read that was asked for after the click did not see the dialog.',
      ),
      check(
        'cancelled',
        wasCancelled(evidence.practice),
        'The dialog was opened and then cancelled.',
        'The dialog was not opened and then cancelled.',
      ),
    ]);
  },
};
