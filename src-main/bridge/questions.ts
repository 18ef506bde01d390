import type { Ready } from './approach';
import { type Question, yesOrNo } from './consent';
import { cannotBeUndone } from './destructive';
import { type Deed, deedAsAsked, nameOf } from './say';

/** Keys that press what has the focus. */
const pressingKeys: ReadonlySet<string> = new Set(['Enter', ' ', 'Space']);

/** What a person has to be asked before this is done to that; null where nothing. Keys that may do anything are not guessed at. */
export function questionAbout({ element }: Ready, deed: Deed, program: string): Question | null {
  if (element === null) return null;
  const whom = nameOf(element);
  const about = {
    ...yesOrNo,
    program,
    sentence: `${deedAsAsked(deed, whom)} in ${program}.`,
    grantKey: JSON.stringify([program, element.role, element.name]),
  };
  if (deed.kind === 'set_secret') {
    const grants = 'This once: a secret is asked for each time.';
    return { ...about, reason: 'secure_field', grants, accepts: () => null };
  }
  if (!presses(deed) || !cannotBeUndone(element)) return null;
  const grants = `Pressing the ${whom} in ${program}, until the run ends.`;
  return { ...about, reason: 'destructive', grants };
}

function presses(deed: Deed): boolean {
  if (deed.kind === 'key') return pressingKeys.has(deed.chord);
  return deed.kind === 'press' || (deed.kind === 'pointer' && deed.button === 'left');
}
