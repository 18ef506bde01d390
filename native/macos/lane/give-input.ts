import { parseChord } from '../input/chord';
import { clicking, pressing, type Stroke, scrolling, typing } from '../input/events';
import { type Destination, post } from '../input/post';
import { focusOf } from './focus';
import type { Program } from './program';
import { refused, refusedFor } from './refused';
import type { Written } from './replies';
import type { InputRequest } from './requests';

/** Programs lose events that come all at once. */
const paceMs = 2;

/** `accepted` says that all was posted, which says nothing of whether it arrived. Ends between two strokes where it has to. */
export async function giveInput(
  program: Program,
  request: InputRequest,
  isCancelled: () => boolean,
): Promise<Written> {
  const { ax, pid, clock } = program;
  const strokes = strokesOf(request);
  if (strokes === null) return refused('not_a_chord');
  const hindrance = hindranceOf(program, request);
  if (hindrance !== null) return hindrance;
  const to: Destination = request.to === 'program' ? { kind: 'program', pid } : { kind: 'session' };
  for (const [at, stroke] of strokes.entries()) {
    const refusal = post(ax.cf, stroke, to);
    if (refusal !== null) return at === 0 ? refused(refusal) : { kind: 'unknown', why: refusal };
    await clock.pause(paceMs);
    if (isCancelled()) return { kind: 'unknown', why: 'cancelled' };
  }
  return { kind: 'accepted' };
}

/** Keys are looked after right before: where they would go, and that no text goes into a secure field. */
function hindranceOf(program: Program, request: InputRequest): Written | null {
  if (request.kind !== 'type' && request.kind !== 'chord') return null;
  const focus = focusOf(program);
  if (!focus.ok) return refusedFor(focus.failure.problem);
  const { frontmost, element } = focus.value;
  if (request.to === 'session' && !frontmost) return refused('not_frontmost');
  return request.kind === 'type' && element?.value.kind === 'secret' ? refused('secret') : null;
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
