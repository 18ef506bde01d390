import { FrameShape, RawElementShape, RawNodeShape, resultOf } from './raw-shapes';
import type { LaneRequest } from './requests';
import { either, listOf, made, number, type Of, one, orNull, type Shape, text, truth } from './shape';

/** Who is hit in the middle of what is seen of an element. `another`: what covers it, of the same program. */
const Hit = made({
  at: made({ x: number, y: number }),
  by: either(
    made({ kind: one('itself') }),
    made({ kind: one('another'), element: RawElementShape }),
    made({ kind: one('other_program'), pid: number }),
    made({ kind: one('unknown') }),
  ),
});
export type Hit = Of<typeof Hit>;

/**
 * `seen`: what of the element its window and what scrolls around it leave of it; null where that is nothing.
 * `modal`: the sheet or modal window of the program that stands in front of it.
 */
const Looked = resultOf(
  made({
    element: RawElementShape,
    seen: orNull(FrameShape),
    hit: orNull(Hit),
    modal: orNull(RawElementShape),
  }),
);
export type Looked = Of<typeof Looked>;

const Focused = resultOf(made({ frontmost: truth, element: orNull(RawElementShape) }));
export type Focused = Of<typeof Focused>;

const Windows = orNull(
  listOf(
    made({
      id: number,
      pid: number,
      owner: text,
      title: orNull(text),
      layer: number,
      bounds: made({ x: number, y: number, width: number, height: number }),
    }),
  ),
);

const Permissions = made({
  accessibility: one('working', 'failing', 'unknown'),
  trusted: truth,
  screenRecording: truth,
});

/** Right after a write. `refused`: certainly nothing was done. */
export const Written = either(
  made({ kind: one('accepted') }),
  made({ kind: one('unknown'), why: text }),
  made({
    kind: one('refused'),
    reason: one(
      'gone',
      'changed',
      'no_answer',
      'unsupported',
      'not_permitted',
      'secret',
      'not_secret',
      'not_frontmost',
      'secure_input',
      'not_a_chord',
      'not_a_value',
      'failed',
    ),
  }),
);
export type Written = Of<typeof Written>;

const shapes = {
  snapshot: resultOf(listOf(RawNodeShape)),
  look: Looked,
  focused: Focused,
  /** What is hit, and all that it is in, innermost first; null where another program is hit there. */
  element_at: resultOf(orNull(listOf(text))),
  until_quiet: one('quiet', 'still_changing'),
  windows: Windows,
  permissions: Permissions,
  wake: one('awake', 'manual', 'enhanced', 'asleep'),
  act: Written,
  set_value: Written,
  set_secret: Written,
  set_state: Written,
  type: Written,
  chord: Written,
  click: Written,
  scroll: Written,
} satisfies Record<LaneRequest['kind'], Shape<unknown>>;

export type ReplyTo<R extends LaneRequest> = Of<(typeof shapes)[R['kind']]>;
export type Reply = ReplyTo<LaneRequest>;

export function parseReply<R extends LaneRequest>(request: R, value: unknown): ReplyTo<R> | null {
  const shape: Shape<unknown> = shapes[request.kind];
  return shape.matches(value) ? (value as ReplyTo<R>) : null;
}
