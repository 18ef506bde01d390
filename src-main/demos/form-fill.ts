import { alone } from '../contract/crew';
import type { DemoInfo } from '../contract/ipc';
import type { Check } from '../contract/trace-event';
import type { ScriptedAnswer, ScriptedProgram } from '../providers/scripted/program';
import { findText } from './calls';
import type { Demo } from './demo';
import { doneAt, errand, pressStep } from './errand';
import { find, roles, type Screen, screenAfter } from './screen';
import { stepOf, ticketWishes } from './ticket';
import { type Attempt, readTranscript } from './transcript';
import { check, finalText, taskOf, verdict } from './verdict';

const info: DemoInfo = {
  name: 'form-fill',
  title: 'Fill in a form',
  task: [
    'Create a ticket in the Support desk window, confirm it, and tell me its number.',
    'Customer name: Ada Lovelace',
    'Email: ada@example.com',
    'Priority: High',
    'Due date: 2027-03-01',
    'Description: The engine prints one digit too few.',
    'Notify customer: yes',
  ].join('\n'),
  shows:
    'Seven steps on one screen, each of which changes it: what may go together in one turn, and what may not.',
  tools: ['snapshot', 'find', 'set_value', 'select_option', 'click'],
  target: 'practice',
  crew: alone,
  approvals: 'sensitive',
};

const confirm = pressStep(roles.button, 'Confirm');

const program: ScriptedProgram = ({ messages }) => {
  const { task, attempts } = readTranscript(messages);
  const wishes = ticketWishes(task);
  if (wishes.length === 0) return final('The task does not say what to fill in.');
  const screen = screenAfter(attempts);
  const confirmedAt = doneAt(confirm, attempts, screen);
  if (confirmedAt >= 0) return report(attempts, screen, confirmedAt);

  const fields = wishes.map(stepOf);
  const filled = errand(fields, attempts).kind === 'done';
  if (!filled && isDialogOpen(attempts, screen)) {
    return answerOf(errand([pressStep(roles.button, 'Cancel', createdAt(attempts, screen))], attempts));
  }
  const create = pressStep(roles.button, 'Create ticket', cancelledAt(attempts, screen) + 1);
  const form = errand([...fields, create], attempts);
  return answerOf(form.kind === 'done' ? errand([confirm], attempts) : form);
};

function answerOf(next: ReturnType<typeof errand>): ScriptedAnswer {
  switch (next.kind) {
    case 'go':
      return { text: '', calls: next.calls };
    case 'stuck':
      return final(`I could not create the ticket: ${next.why}.`);
    case 'done':
      return { text: '', calls: [lookForNotice] };
  }
}

/** A dialog that was told and not dismissed since. */
function isDialogOpen(attempts: readonly Attempt[], screen: Screen): boolean {
  const dialog = find(screen, { roles: roles.dialog, name: /./ });
  return (
    dialog !== null && cancelledAt(attempts, screen) <= screen.lookedAt && createdAt(attempts, screen) >= 0
  );
}

function createdAt(attempts: readonly Attempt[], screen: Screen): number {
  return doneAt(pressStep(roles.button, 'Create ticket'), attempts, screen);
}

function cancelledAt(attempts: readonly Attempt[], screen: Screen): number {
  return doneAt(pressStep(roles.button, 'Cancel'), attempts, screen);
}

const lookForNotice = findText('created');
const created = /ticket #\d+ created/i;

function report(attempts: readonly Attempt[], screen: Screen, confirmedAt: number): ScriptedAnswer {
  const notice = screen.elements.findLast(
    ({ name, value }) => created.test(name) || created.test(value ?? ''),
  );
  if (notice !== undefined) {
    return final(`Done: ${created.exec(`${notice.name} ${notice.value ?? ''}`)?.[0] ?? ''}.`);
  }
  const looked = attempts.slice(confirmedAt + 1).filter((each) => each.tool === lookForNotice.tool);
  if (looked.every((each) => each.outcome === 'not_run')) return { text: '', calls: [lookForNotice] };
  return final('I confirmed the ticket, but the window did not show its number.');
}

function final(text: string): ScriptedAnswer {
  return { text, calls: [] };
}

export const formFill: Demo = {
  info,
  program,
  async prepare() {
    return { task: info.task, programs: [], cleanup: async () => {} };
  },
  async verify(evidence) {
    const tickets = evidence.practice.flatMap((entry) => (entry.kind === 'submitted' ? [entry.ticket] : []));
    const [ticket] = tickets;
    const fields = ticketWishes(taskOf(evidence.model)).map(({ name, value, of }): Check => {
      const got = ticket === undefined ? '' : of(ticket);
      return check(
        name,
        got === value,
        `${name} is ${JSON.stringify(value)}.`,
        `${name} is ${JSON.stringify(got)}, not ${JSON.stringify(value)}.`,
      );
    });
    return verdict(evidence, [
      check(
        'submitted once',
        tickets.length === 1,
        'One ticket was created.',
        `${tickets.length} tickets were created.`,
      ),
      ...fields,
      check(
        'number',
        /#\d+/.test(finalText(evidence.model)),
        'The answer tells the number.',
        'The answer tells no number.',
      ),
    ]);
  },
};
