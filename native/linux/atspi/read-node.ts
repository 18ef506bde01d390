import { describe, getChildren, getInterfaces, getRole, getState } from './accessible';
import { getActionName, getActions } from './action';
import { type Answer, answer, trouble } from './answer';
import { getExtents } from './component';
import type { Interfaces } from './interfaces';
import type { Line, Patience } from './line';
import type { Own, RawValue } from './raw-tree';
import { identityOf, type Ref } from './ref';
import type { RoleWord } from './roles';
import { hasState, type States } from './states';
import { getCharacterCount, getText } from './text';
import { getCurrentValue } from './value';

export interface Reading {
  readonly own: Own;
  readonly children: Answer<readonly Ref[]>;
}

/** Characters of one text that are read at most. */
export const textLimit = 100_000;

/** Of these a text is the value; of all others the name already says it. */
const textRoles: ReadonlySet<RoleWord> = new Set<RoleWord>([
  'text',
  'entry',
  'terminal',
  'editbar',
  'autocomplete',
  'date_editor',
  'document_text',
]);

export function isSecret(role: RoleWord): boolean {
  return role === 'password_text';
}

/**
 * Reads an element: first what it is, then what something of that kind can be asked. Extents are as the program gives them.
 *
 * @param withinSecret whether an element around it is a password: then no text of it is asked for
 */
export async function readNode(
  line: Line,
  ref: Ref,
  withinSecret: boolean,
  patience: Patience,
): Promise<Answer<Reading>> {
  const [described, role, states, interfaces] = await Promise.all([
    line.ask(ref, describe, patience),
    line.ask(ref, getRole, patience),
    line.ask(ref, getState, patience),
    line.ask(ref, getInterfaces, patience),
  ]);
  if (!described.ok) return described;
  if (!role.ok) return role;
  if (!states.ok) return states;
  if (!interfaces.ok) return interfaces;
  if (role.value === 'invalid' || hasState(states.value, 'defunct'))
    return trouble('gone', `${identityOf(ref)} is defunct.`);
  const can = interfaces.value;
  const [children, extents, value, actions] = await Promise.all([
    described.value.childCount === 0 ? answer([]) : line.ask(ref, getChildren, patience),
    can.has('Component') ? line.ask(ref, getExtents, patience) : answer(null),
    withinSecret || isSecret(role.value)
      ? answer(null)
      : readValue(line, ref, role.value, states.value, can, patience),
    can.has('Action') ? readActions(line, ref, patience) : answer([]),
  ]);
  const own: Own = {
    role: role.value,
    name: described.value.name,
    description: described.value.description,
    accessibleId: described.value.accessibleId,
    attributes: described.value.attributes,
    states: states.value,
    interfaces: can,
    extents: extents.ok ? extents.value : null,
    value: value.ok ? value.value : null,
    actions: actions.ok ? actions.value : [],
  };
  return answer({ own, children });
}

async function readValue(
  line: Line,
  ref: Ref,
  role: RoleWord,
  states: States,
  can: Interfaces,
  patience: Patience,
): Promise<Answer<RawValue | null>> {
  if (can.has('Value')) {
    const number = await line.ask(ref, getCurrentValue, patience);
    return number.ok ? answer({ kind: 'number', number: number.value }) : number;
  }
  if (!can.has('Text') || !(textRoles.has(role) || hasState(states, 'editable'))) return answer(null);
  const length = await line.ask(ref, getCharacterCount, patience);
  if (!length.ok) return length;
  if (length.value <= 0) return answer({ kind: 'text', text: '', length: 0 });
  const text = await line.ask(ref, getText(0, Math.min(length.value, textLimit)), patience);
  return text.ok ? answer({ kind: 'text', text: text.value, length: length.value }) : text;
}

/** Chromium leaves the names out of its list, and gives each of them when asked. */
async function readActions(line: Line, ref: Ref, patience: Patience): Promise<Answer<readonly string[]>> {
  const listed = await line.ask(ref, getActions, patience);
  if (!listed.ok) return listed;
  const names = await Promise.all(
    listed.value.map(async ({ name }, index) => {
      if (name !== '') return name;
      const asked = await line.ask(ref, getActionName(index), patience);
      return asked.ok ? asked.value : '';
    }),
  );
  return answer(names);
}
