import type { TraceBody } from '../contract/trace-event';
import { endsInLabel, endsInPrivateKey, type Redact } from './redact';

type Text = Extract<TraceBody, { type: 'model-text' }>;

/** A text without a pause this long is no secret. */
const longestHeld = 4096;

/**
 * A secret may come in pieces, each of which looks harmless. This holds back the end of a streamed text until it is
 * plain where it goes.
 */
export function streamRedaction(redact: Redact) {
  const held = new Map<number, Text>();

  /** The text that was held back, block by block. */
  function flush(): Text[] {
    const texts = [...held.values()].filter((each) => each.text !== '');
    held.clear();
    return texts.map((each) => ({ ...each, text: redact(each.text) }));
  }

  return {
    /** What may be recorded now instead of `body`: nothing yet, or all that was held back and then `body`. */
    pass(body: TraceBody): TraceBody[] {
      if (body.type === 'model-text') {
        const text = (held.get(body.block)?.text ?? '') + body.text;
        const from = settled(text);
        held.set(body.block, { ...body, text: text.slice(from) });
        return from === 0 ? [] : [{ ...body, text: redact(text.slice(0, from)) }];
      }
      if (body.type === 'model-retrying') held.clear();
      const isModels = body.type === 'model-block-started' || body.type === 'model-responded';
      return isModels || body.type === 'model-failed' ? [...flush(), body] : [body];
    },
  };
}

/** Up to where nothing that follows can make a secret of it: not into the last word, nor between it and its label. */
function settled(text: string): number {
  if (text.length > longestHeld) return text.length;
  const word = /[!-~]*$/.exec(text)?.index ?? text.length;
  const label = endsInLabel.exec(text.slice(0, word))?.index ?? word;
  return Math.min(label, endsInPrivateKey.exec(text)?.index ?? label);
}
