import type { PracticeTicket } from '../contract/practice-record';
import type { ScriptedCall } from '../providers/scripted/program';
import { DeskWorld, type Thing } from './desk-world.fixture';

const form: readonly Thing[] = [
  { role: 'menuitem', name: 'File', states: ['collapsed'] },
  { role: 'text', name: 'Customer name' },
  { role: 'textbox', name: 'Customer name', value: '' },
  { role: 'textbox', name: 'Email', value: '' },
  { role: 'textbox', name: 'Description', value: '' },
  { role: 'combobox', name: 'Priority', value: 'Normal' },
  { role: 'datefield', name: 'Due date', value: '' },
  { role: 'checkbox', name: 'Notify customer' },
  { role: 'button', name: 'Create ticket' },
];
const ask: readonly Thing[] = [
  { role: 'dialog', name: 'Create this ticket?', states: ['modal'] },
  { role: 'button', name: 'Confirm' },
  { role: 'button', name: 'Cancel' },
];
const menu: readonly Thing[] = [
  { role: 'menuitem', name: 'New ticket' },
  { role: 'menuitem', name: 'Close all...' },
];
const closeAll: readonly Thing[] = [
  { role: 'dialog', name: 'Close all tickets?', states: ['modal'] },
  { role: 'button', name: 'Close all' },
  { role: 'button', name: 'Cancel' },
];
const toast: Thing = { role: 'status', name: 'Ticket #1301 created' };

/**
 * The practice window in small. It asks before it creates a ticket or closes all. For tests.
 *
 * @param rows of a list that stands before the form
 */
export function supportDesk(looks: boolean, rows = 0): DeskWorld {
  const list = Array.from({ length: rows }, (_, row) => ({ role: 'row', name: `#${row + 1}` }));
  const world: DeskWorld = new DeskWorld([...form.slice(0, 1), ...list, ...form.slice(1)], rules, looks);
  return world;

  function rules(thing: Thing, call: ScriptedCall, screen: readonly Thing[]): readonly Thing[] {
    switch (thing.name) {
      case 'Create ticket':
        return [...screen, ...ask];
      case 'File':
        return [...screen.slice(0, 1), ...menu, ...screen.slice(1)];
      case 'Close all...':
        return [...screen.filter((each) => !menu.includes(each)), ...closeAll];
      case 'Cancel':
        return screen.filter((each) => !ask.includes(each) && !closeAll.includes(each));
      case 'Confirm':
        world.practice.push({ kind: 'submitted', ticket: ticketOf(screen) });
        return [...form, toast];
      default:
        return screen.map((each) => (each === thing ? changed(thing, call) : each));
    }
  }
}

function changed(thing: Thing, { input }: ScriptedCall): Thing {
  const { value, option } = input as { value?: string; option?: string };
  return thing.role === 'checkbox'
    ? { ...thing, states: ['checked'] }
    : { ...thing, value: value ?? option ?? '' };
}

function ticketOf(screen: readonly Thing[]): PracticeTicket {
  const value = (name: string) =>
    screen.find((each) => each.name === name && each.value !== undefined)?.value ?? '';
  return {
    customer: value('Customer name'),
    email: value('Email'),
    priority: value('Priority'),
    category: 'Hardware',
    due: value('Due date'),
    notify: screen.some((each) => each.name === 'Notify customer' && each.states?.includes('checked')),
    description: value('Description'),
    hasPin: false,
  };
}
