import type { AxFailure, AxResult } from '../accessibility/outcome';
import type { RawElement, RawNode } from '../accessibility/raw-node';
import { type AxErrorName, axErrors } from '../declarations/ax-error';
import { either, listOf, made, number, one, orNull, type Shape, text, truth } from './shape';

export const FrameShape = made({ x: number, y: number, width: number, height: number });

const elementMembers = {
  identity: text,
  role: text,
  subrole: text,
  identifier: text,
  help: text,
  names: made({ title: text, description: text, titleElement: text, placeholder: text, childText: text }),
  value: either(
    made({ kind: one('none', 'secret') }),
    made({ kind: one('text'), text, cut: truth }),
    made({ kind: one('number'), number }),
    made({ kind: one('boolean'), boolean: truth }),
  ),
  states: made({
    enabled: truth,
    focused: truth,
    selected: truth,
    expanded: orNull(truth),
    busy: truth,
    modal: truth,
    required: truth,
    minimized: truth,
    settable: orNull(truth),
  }),
  frame: orNull(FrameShape),
  actions: listOf(text),
};

export const RawElementShape: Shape<RawElement> = made(elementMembers);

export const RawNodeShape: Shape<RawNode> = made({
  ...elementMembers,
  parent: number,
  hole: orNull(one('node_budget', 'depth_budget', 'child_budget', 'time_budget', 'unreadable')),
});

export const AxFailureShape: Shape<AxFailure> = made({
  problem: one('gone', 'no_answer', 'unsupported', 'no_value', 'not_permitted', 'failed'),
  error: one(...(Object.keys(axErrors) as AxErrorName[])),
});

export function resultOf<T>(value: Shape<T>): Shape<AxResult<T>> {
  return either(made({ ok: one(true), value }), made({ ok: one(false), failure: AxFailureShape }));
}
