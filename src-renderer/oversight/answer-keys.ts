import type { ApprovalReason, ApprovalVerdict } from '@contract/approval';
import { typing } from '../timeline/keymap';

export interface Choice {
  readonly verdict: ApprovalVerdict;
  readonly label: string;
  /** From anywhere but where a person types. */
  readonly keys: string;
  /** While the question itself has the focus. */
  readonly letter: string;
}

const once: Choice = { verdict: 'once', label: 'Allow once', keys: 'Alt+1', letter: 'a' };
const forRun: Choice = { verdict: 'run', label: 'Allow for this run', keys: 'Alt+2', letter: 'r' };
const deny: Choice = { verdict: 'deny', label: 'Deny', keys: 'Alt+3', letter: 'd' };

/** What may be answered to a question. A secret is given once: nothing remembers it for another time. */
export function choicesFor(reason: ApprovalReason): readonly Choice[] {
  if (reason === 'secure_field') return [{ ...once, label: 'Fill in once' }, deny];
  if (reason === 'question')
    return [
      { ...once, label: 'Answer' },
      { ...deny, label: 'Do not answer' },
    ];
  return [once, forRun, deny];
}

interface Stroke {
  /** The key's place: with Alt, a Mac writes another letter. */
  readonly code: string;
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
}

/**
 * What a key press answers; null where it is no answer. A key that is held down is none.
 *
 * @param focus what has the focus
 * @param inside whether that lies within the question
 */
export function choiceFor(
  choices: readonly Choice[],
  stroke: Stroke,
  focus: Element | null,
  inside: boolean,
): Choice | null {
  if (stroke.repeat || stroke.ctrlKey || stroke.metaKey || stroke.shiftKey) return null;
  const types = focus !== null && focus.closest(typing) !== null;
  if (stroke.altKey) {
    if (types && !inside) return null;
    return choices.find(({ keys }) => stroke.code === `Digit${keys.slice(-1)}`) ?? null;
  }
  if (!inside || types) return null;
  return choices.find(({ letter }) => stroke.key.toLowerCase() === letter) ?? null;
}
