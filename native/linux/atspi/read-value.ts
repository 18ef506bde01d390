import { type Answer, answer } from './answer';
import type { Line, Patience } from './line';
import type { Brief, RawValue } from './raw-tree';
import type { Ref } from './ref';
import type { RoleWord } from './roles';
import { hasState } from './states';
import { getCharacterCount, getText } from './text';
import { getCurrentValue } from './value';

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

/** GTK 4 gives the text of a password to whoever asks. */
export function isSecret(role: RoleWord): boolean {
  return role === 'password_text';
}

/** What value an element has. An element that is secret, or within one that is, has none. */
export function valueKind(
  { role, states, interfaces }: Brief,
  withinSecret: boolean,
): RawValue['kind'] | null {
  if (withinSecret || isSecret(role)) return null;
  if (interfaces.has('Value')) return 'number';
  if (!interfaces.has('Text')) return null;
  return textRoles.has(role) || hasState(states, 'editable') ? 'text' : null;
}

export async function readValue(
  line: Line,
  ref: Ref,
  kind: RawValue['kind'] | null,
  patience: Patience,
): Promise<Answer<RawValue | null>> {
  if (kind === null) return answer(null);
  if (kind === 'number') {
    const number = await line.ask(ref, getCurrentValue, patience);
    return number.ok ? answer({ kind, number: number.value }) : number;
  }
  const length = await line.ask(ref, getCharacterCount, patience);
  if (!length.ok) return length;
  if (length.value <= 0) return answer({ kind, text: '', length: 0 });
  const text = await line.ask(ref, getText(0, Math.min(length.value, textLimit)), patience);
  return text.ok ? answer({ kind, text: text.value, length: length.value }) : text;
}
