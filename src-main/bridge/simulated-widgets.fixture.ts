import type { Node, NodeState } from '../contract/accessibility';
import type { Rect } from '../contract/geometry';

/** An element of the simulation. A test changes it at will; the desk sees only what the adapter tells. */
export interface Widget {
  /** Never used twice, whatever the identity says: by this the simulation knows what was really hit. */
  readonly uid: number;
  identity: string;
  identifier: string | null;
  role: string;
  name: string;
  value: string | null;
  readonly states: Set<NodeState>;
  bounds: Rect | null;
  visible: boolean;
  coveredBy: string | null;
  /** A write arrives and does nothing. */
  swallows: boolean;
  /** Its children are not told. */
  hole: Node['hole'];
  readonly children: Widget[];
  onPress: (() => void) | null;
}

type WidgetShape = Partial<Pick<Widget, 'value' | 'visible' | 'swallows' | 'onPress' | 'hole'>> & {
  readonly states?: readonly NodeState[];
};

/** A window of widgets that a test builds and changes. */
export class SimulatedWidgets {
  private uids = 0;
  readonly root: Widget = this.widget('window', 'Simulated');

  widget(role: string, name: string, shape: WidgetShape = {}): Widget {
    this.uids += 1;
    return {
      uid: this.uids,
      identity: `i${this.uids}`,
      identifier: null,
      role,
      name,
      value: shape.value ?? null,
      states: new Set(shape.states ?? []),
      bounds: { x: 0, y: this.uids * 20, width: 100, height: 20 },
      visible: shape.visible ?? true,
      coveredBy: null,
      swallows: shape.swallows ?? false,
      hole: shape.hole ?? null,
      children: [],
      onPress: shape.onPress ?? null,
    };
  }

  add(role: string, name: string, shape: WidgetShape = {}, parent: Widget = this.root): Widget {
    const made = this.widget(role, name, shape);
    parent.children.push(made);
    return made;
  }

  /** Another element with the same words in the same place, as when a list renders its rows anew. */
  rerender(widget: Widget): Widget {
    const { role, name, value, states, identifier } = widget;
    const made = this.widget(role, name, { value, states: [...states] });
    made.identifier = identifier;
    const siblings = this.parentOf(widget)?.children ?? [];
    siblings.splice(siblings.indexOf(widget), 1, made);
    return made;
  }

  remove(widget: Widget): void {
    const siblings = this.parentOf(widget)?.children ?? [];
    const at = siblings.indexOf(widget);
    if (at >= 0) siblings.splice(at, 1);
  }

  all(): Widget[] {
    const walk = (widget: Widget): Widget[] => [widget, ...widget.children.flatMap(walk)];
    return walk(this.root);
  }

  parentOf(widget: Widget): Widget | undefined {
    return this.all().find((each) => each.children.includes(widget));
  }

  pathTo(widget: Widget): Widget[] {
    const parent = this.parentOf(widget);
    return parent === undefined ? [widget] : [...this.pathTo(parent), widget];
  }

  focus(widget: Widget): void {
    for (const each of this.all()) each.states.delete('focused');
    widget.states.add('focused');
  }

  /** What a pointer at the widget's place would hit instead of it; null: nothing. */
  inFrontOf(widget: Widget): string | null {
    if (widget.coveredBy !== null) return widget.coveredBy;
    const modal = this.all().findLast((each) => each.states.has('modal'));
    return modal === undefined || within(widget, modal) ? null : `${modal.role} "${modal.name}"`;
  }

  byIdentity(identity: string): Widget | undefined {
    return this.all().find((each) => each.identity === identity);
  }
}

function within(widget: Widget, ancestor: Widget): boolean {
  return widget === ancestor || ancestor.children.some((child) => within(widget, child));
}
