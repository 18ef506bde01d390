import { asNumber, asTuple, type Read } from './wire';

/** In the order of AtspiStateType: the place of a word is its bit. */
const words = [
  'invalid',
  'active',
  'armed',
  'busy',
  'checked',
  'collapsed',
  'defunct',
  'editable',
  'enabled',
  'expandable',
  'expanded',
  'focusable',
  'focused',
  'has_tooltip',
  'horizontal',
  'iconified',
  'modal',
  'multi_line',
  'multiselectable',
  'opaque',
  'pressed',
  'resizable',
  'selectable',
  'selected',
  'sensitive',
  'showing',
  'single_line',
  'stale',
  'transient',
  'vertical',
  'visible',
  'manages_descendants',
  'indeterminate',
  'required',
  'truncated',
  'animated',
  'invalid_entry',
  'supports_autocompletion',
  'selectable_text',
  'is_default',
  'visited',
  'checkable',
  'has_popup',
  'read_only',
] as const;

export type StateWord = (typeof words)[number];

/** The bits of `GetState`: the lower 32, then the upper 32. */
export type States = readonly [number, number];

export function sameStates(one: States, other: States): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

export const noStates: States = [0, 0];

const bits = new Map<StateWord, number>(words.map((word, bit) => [word, bit]));

/** `au`, two words. */
export const asStates: Read<States> = (value) => {
  const [low, high] = asTuple(value, 2);
  return [asNumber(low), asNumber(high)];
};

export function hasState(states: States, word: StateWord): boolean {
  const bit = bits.get(word) ?? 0;
  return ((states[bit < 32 ? 0 : 1] >>> (bit % 32)) & 1) === 1;
}

export function withState([low, high]: States, word: StateWord): States {
  const bit = bits.get(word) ?? 0;
  return bit < 32 ? [(low | (1 << bit)) >>> 0, high] : [low, (high | (1 << (bit - 32))) >>> 0];
}

/** In the order of their bits. Bits that have no word here are left out. */
export function stateWords(states: States): readonly StateWord[] {
  return words.filter((word) => hasState(states, word));
}

export function statesOf(...given: readonly StateWord[]): States {
  const at = (from: number) =>
    given.reduce((sum, word) => {
      const bit = (bits.get(word) ?? 0) - from;
      return bit >= 0 && bit < 32 ? (sum | (1 << bit)) >>> 0 : sum;
    }, 0);
  return [at(0), at(32)];
}
