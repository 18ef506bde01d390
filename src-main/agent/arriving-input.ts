import type { Json } from '../contract/messages';

/** What is heard of a call's input while the answer that asks for the call is still arriving. */
export type ArrivingWord =
  /** JSON text, to be appended. */
  | { readonly type: 'piece'; readonly json: string }
  /** The model has moved on from the call: this is all of its input. */
  | { readonly type: 'whole'; readonly input: Json }
  /** What came so far is of an attempt that is lost. If the next one asks for such a call, its input begins anew. */
  | { readonly type: 'lost' }
  /** The answer has ended, and no more comes. Comes last. */
  | { readonly type: 'over' };

/** The input of a call that began before it was whole. */
export interface ArrivingInput {
  /** Hears every word once and in order, those that came before it listened too. */
  listen(heard: (word: ArrivingWord) => void): void;
}

export interface ArrivingInputInHand extends ArrivingInput {
  say(word: ArrivingWord): void;
}

export function arrivingInput(): ArrivingInputInHand {
  const kept: ArrivingWord[] = [];
  let tell = (word: ArrivingWord): void => {
    kept.push(word);
  };
  return {
    say: (word) => tell(word),
    listen(heard) {
      tell = heard;
      for (const word of kept.splice(0)) heard(word);
    },
  };
}

/** An input that was whole from the first. */
export function arrivedInput(input: Json): ArrivingInput {
  const arrived = arrivingInput();
  arrived.say({ type: 'whole', input });
  arrived.say({ type: 'over' });
  return arrived;
}
