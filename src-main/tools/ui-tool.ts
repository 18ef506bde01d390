import { z } from 'zod';
import type { Desk, WriteReport } from '../bridge/desk';
import { refAt, type Snapshot } from '../contract/accessibility';
import type { Footprint } from '../contract/footprint';
import { ElementRef } from '../contract/ids';
import type { Json } from '../contract/messages';
import { cutText } from './cut';
import { refusal, written } from './outcome';
import type { ToolOutcome } from './tool';

export const Ref = ElementRef.describe('The element, as named by a snapshot, like s7:e12');

export const NoInput = z.object({});

export function readsUi({ app }: Desk): Footprint {
  return { reads: [`ui:${app}`], writes: [] };
}

export function writesUi({ app }: Desk): Footprint {
  return { reads: [], writes: [`ui:${app}`] };
}

/** What a look at the screen gives to whoever computes with it: these nodes of a snapshot, in its order. */
export function elementsIn(snapshot: Snapshot, indices: readonly number[]): Json {
  const elements = indices.flatMap((index) => {
    const node = snapshot.nodes[index];
    if (node === undefined) return [];
    const { role, name, value, states } = node;
    return [{ ref: refAt(snapshot, index), role, name, value, states: [...states] }];
  });
  return { snapshot: snapshot.id, elements };
}

/** What `elementsIn` gives, for the model. */
export const givesElements = 'Gives {snapshot, elements: [{ref, role, name, value, states}]}.';

/** What the model reads of a write: what is known of it, and what was seen afterwards. */
export function outcomeOf({ failure, delivery, seen, picture }: WriteReport): ToolOutcome {
  const parts = [
    failure === null && delivery !== null ? knownOf[delivery] : '',
    cutText(seen, 'Take a snapshot to see them.'),
    picture.kind === 'not_taken' ? `No picture was taken: ${picture.failure.sentence}` : '',
  ];
  const text = parts.filter((part) => part !== '').join('\n');
  if (delivery !== null) return written(delivery, text, failure);
  if (failure === null) throw new Error('a write that was not refused has a delivery');
  return refusal(failure, text);
}

const knownOf = {
  sent: 'Sent. Whether it arrived is not known.',
  accepted: 'The program took it, but no change was seen.',
  observed: 'Done: the change was seen.',
  contradicted: 'It did not come out as asked.',
  unknown: 'Whether it arrived is not known.',
} as const;
