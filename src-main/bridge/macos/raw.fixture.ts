import type { RawElement, RawNode } from '../../../native/macos';

/** What differs from a plain element, and what is in it. */
export interface Raw {
  readonly role: string;
  readonly subrole?: string;
  readonly title?: string;
  readonly description?: string;
  readonly value?: RawElement['value'];
  readonly states?: Partial<RawElement['states']>;
  readonly frame?: RawElement['frame'];
  readonly identifier?: string;
  readonly hole?: RawNode['hole'];
  readonly inside?: readonly Raw[];
}

const plainStates: RawElement['states'] = {
  enabled: true,
  focused: false,
  selected: false,
  expanded: null,
  busy: false,
  modal: false,
  required: false,
  minimized: false,
  settable: null,
};

export const text = (said: string): Raw => ({
  role: 'AXStaticText',
  value: { kind: 'text', text: said, cut: false },
});

/** A program with one window, as a lane tells it. */
export function program(...inside: readonly Raw[]): readonly RawNode[] {
  const window: Raw = {
    role: 'AXWindow',
    title: 'Main',
    frame: { x: 0, y: 0, width: 400, height: 300 },
    inside,
  };
  return rawNodes({ role: 'AXApplication', frame: null, inside: [window] });
}

export function rawNodes(root: Raw): readonly RawNode[] {
  const nodes: RawNode[] = [];
  const visit = (raw: Raw, parent: number) => {
    const at = nodes.length;
    nodes.push({
      identity: `e${at}`,
      role: raw.role,
      subrole: raw.subrole ?? '',
      identifier: raw.identifier ?? '',
      help: '',
      names: {
        title: raw.title ?? '',
        description: raw.description ?? '',
        titleElement: '',
        placeholder: '',
        childText: '',
      },
      value: raw.value ?? { kind: 'none' },
      states: { ...plainStates, ...raw.states },
      frame: raw.frame === undefined ? { x: 10, y: 10, width: 50, height: 20 } : raw.frame,
      actions: [],
      parent,
      hole: raw.hole ?? null,
    });
    for (const child of raw.inside ?? []) visit(child, at);
  };
  visit(root, -1);
  return nodes;
}
