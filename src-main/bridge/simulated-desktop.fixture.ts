import type { Node, NodeState } from '../contract/accessibility';
import { type Failure, failed, ok, type Result } from '../contract/failure';
import type { Rect } from '../contract/geometry';
import type { Delivery } from '../contract/trace-event';
import type { Action, Adapter, Input, LiveElement } from './adapter';

/** An element of the simulation. A test changes it at will; the desk sees only what the adapter tells. */
export interface Widget {
  /** Never used twice, whatever the identity says: by this the simulation knows what was really hit. */
  readonly uid: number;
  identity: string;
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

/** What the simulation saw arrive: on which widget it really landed, and what that was at the moment. */
export interface Hit {
  readonly uid: number | null;
  readonly role: string;
  readonly name: string;
  readonly deed: (Action | Input)['kind'];
  readonly allowed: boolean;
}

/** A call to the adapter that a test can hold open. */
export type Step = 'tree' | 'look' | 'act' | 'input' | 'untilQuiet' | 'screenshot';

type WidgetShape = Partial<Pick<Widget, 'value' | 'visible' | 'swallows' | 'onPress' | 'hole'>> & {
  readonly states?: readonly NodeState[];
};

const pixel = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

/**
 * A desktop in memory, driven by the test, and honest in one thing: it keeps its own record of what was hit. A press lands on what
 * covers the element, where something does; a dead target may or may not have done what it was asked.
 */
export class SimulatedDesktop {
  readonly app = 'sim';
  title = 'Simulated';
  readonly hits: Hit[] = [];
  /** Every call to the adapter, in order. */
  readonly steps: Step[] = [];
  /** Called before each step answers; a promise holds it open. */
  gate: (step: Step) => Promise<void> | null = () => null;
  /** The next act or input fails with this, after it was done or without. */
  dies: { readonly failure: Failure; readonly afterDoing: boolean } | null = null;
  /** Every screenshot and every tree fails with this. */
  blind: Failure | null = null;
  private uids = 0;
  readonly root: Widget = this.widget('window', 'Simulated');

  widget(role: string, name: string, shape: WidgetShape = {}): Widget {
    this.uids += 1;
    return {
      uid: this.uids,
      identity: `i${this.uids}`,
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
    const { role, name, value, states } = widget;
    const made = this.widget(role, name, { value, states: [...states] });
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

  readonly adapter: Adapter = {
    app: this.app,
    tree: async (_budget, signal) => {
      await this.step('tree');
      if (signal.aborted) return cancelled;
      if (this.blind !== null) return { ok: false, failure: this.blind };
      return ok({ app: this.app, title: this.title, nodes: this.nodes() });
    },
    look: async (identity, signal) => {
      await this.step('look');
      if (signal.aborted) return cancelled;
      const widget = this.byIdentity(identity);
      return widget === undefined ? gone : ok(this.faceOf(widget));
    },
    act: (identity, action) => this.deliver('act', action, () => this.byIdentity(identity) ?? null),
    input: (input) =>
      this.deliver('input', input, () => this.all().findLast((each) => each.states.has('focused'))),
    screenshot: async () => {
      await this.step('screenshot');
      if (this.blind !== null) return { ok: false, failure: this.blind };
      return ok({ bytes: pixel, mediaType: 'image/png', width: 100, height: 100 });
    },
    untilQuiet: async (_quiet, _limit, signal) => {
      await this.step('untilQuiet');
      return signal.aborted ? cancelled : ok('quiet');
    },
    close: () => Promise.resolve(),
  };

  /** What arrives, arrives at once; only the answer can be held open. `undefined`: nothing has the focus. */
  private async deliver(
    step: 'act' | 'input',
    deed: Action | Input,
    target: () => Widget | null | undefined,
  ): Promise<Result<Delivery>> {
    const widget = target();
    if (widget === null) {
      await this.step(step);
      return gone;
    }
    const { dies } = this;
    this.dies = null;
    if (dies === null || dies.afterDoing) this.land(deed, widget);
    await this.step(step);
    return dies === null ? ok('accepted') : { ok: false, failure: dies.failure };
  }

  private land(deed: Action | Input, widget: Widget | undefined): void {
    const front = widget === undefined ? null : this.inFrontOf(widget);
    if (widget === undefined || (front !== null && deed.kind !== 'scroll')) {
      this.hits.push({ uid: null, role: '', name: front ?? '', deed: deed.kind, allowed: false });
      return;
    }
    const { uid, role, name, visible, states } = widget;
    this.hits.push({ uid, role, name, deed: deed.kind, allowed: visible && !states.has('disabled') });
    if (!widget.swallows) this.change(deed, widget);
  }

  private change(deed: Action | Input, widget: Widget): void {
    if (deed.kind === 'set_value') widget.value = deed.value;
    if (deed.kind === 'select') widget.value = deed.option;
    if (deed.kind === 'type') widget.value = `${widget.value ?? ''}${deed.text}`;
    if (deed.kind === 'focus') this.focus(widget);
    if (deed.kind === 'scroll' && widget.bounds !== null) {
      widget.bounds = { ...widget.bounds, y: widget.bounds.y - deed.dy };
    }
    if (deed.kind === 'press' && widget.role === 'checkbox' && !widget.states.delete('checked')) {
      widget.states.add('checked');
    }
    if (deed.kind === 'press') widget.onPress?.();
  }

  private async step(step: Step): Promise<void> {
    this.steps.push(step);
    await this.gate(step);
  }

  private byIdentity(identity: string): Widget | undefined {
    return this.all().find((each) => each.identity === identity);
  }

  private faceOf(widget: Widget): LiveElement {
    const { role, name, value, visible, bounds } = widget;
    const at = { x: bounds?.x ?? 0, y: bounds?.y ?? 0 };
    const hit = visible ? { at, covering: this.inFrontOf(widget) } : null;
    return { role, name, value, states: [...widget.states].sort(), visible, bounds, hit };
  }

  private nodes(): Node[] {
    const nodes: Node[] = [];
    const walk = (widget: Widget, parent: number) => {
      const { identity, role, name, value, bounds, hole } = widget;
      const at = nodes.push({
        parent,
        role,
        name,
        value,
        states: [...widget.states].sort(),
        bounds,
        identity,
        hole,
      });
      if (hole === null) for (const child of widget.children) walk(child, at - 1);
    };
    walk(this.root, -1);
    return nodes;
  }
}

function within(widget: Widget, ancestor: Widget): boolean {
  return widget === ancestor || ancestor.children.some((child) => within(widget, child));
}

const gone = failed('stale_ref', 'No such element is left.', 'Take a snapshot.');
const cancelled = failed('cancelled', 'It was cancelled.', 'Nothing has to be undone.');
