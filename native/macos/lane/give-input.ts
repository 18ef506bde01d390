import { parseChord } from '../input/chord';
import { clicking, pressing, type Stroke, scrolling, typing } from '../input/events';
import { type Destination, post } from '../input/post';
import type { Program } from './program';
import type { Written } from './replies';
import type { InputRequest } from './requests';

/** Programs lose events that come all at once. */
const paceMs = 2;

/** `accepted` says that all was posted, which says nothing of whether it arrived. Ends between two strokes where it has to. */
export async function giveInput(
  { ax, pid, clock }: Program,
  request: InputRequest,
  isCancelled: () => boolean,
): Promise<Written> {
  const strokes = strokesOf(request);
  if (strokes === null) return { kind: 'refused', reason: 'not_a_chord' };
  const to: Destination = request.to === 'program' ? { kind: 'program', pid } : { kind: 'session' };
  for (const [at, stroke] of strokes.entries()) {
    const refusal = post(ax.cf, stroke, to);
    if (refusal !== null)
      return at === 0 ? { kind: 'refused', reason: refusal } : { kind: 'unknown', why: refusal };
    await clock.pause(paceMs);
    if (isCancelled()) return { kind: 'unknown', why: 'cancelled' };
  }
  return { kind: 'accepted' };
}

function strokesOf(request: InputRequest): readonly Stroke[] | null {
  switch (request.kind) {
    case 'type':
      return typing(request.text);
    case 'chord': {
      const chord = parseChord(request.chord);
      return chord === null ? null : [pressing(chord)];
    }
    case 'click':
      return clicking(request.at, request.button, request.count);
    case 'scroll':
      return scrolling(request.at, request.dx, request.dy);
  }
}
