import type { Node } from '../contract/accessibility';
import { type Failure, failed, ok, type Result } from '../contract/failure';
import type { Delivery } from '../contract/trace-event';
import { type Abilities, type Action, type Adapter, able, type Input, type LiveElement } from './adapter';
import { SimulatedWidgets, type Widget } from './simulated-widgets.fixture';

/** What the simulation saw arrive: on which widget it really landed, and what that was at the moment. */
export interface Hit {
  readonly uid: number | null;
  /** From the root down to the widget itself. */
  readonly within: readonly number[];
  readonly role: string;
  readonly name: string;
  /** The very object that was handed over. */
  readonly deed: Action | Input;
  readonly allowed: boolean;
}

/** A call to the adapter that a test can hold open. */
export type Step = 'tree' | 'look' | 'act' | 'input' | 'untilQuiet' | 'screenshot';

/** A call that a test holds open. */
export interface Held {
  readonly reached: Promise<void>;
  readonly release: () => void;
}

const everything: Abilities = {
  press: able,
  set_value: able,
  set_secret: able,
  select: able,
  focus: able,
  scroll: able,
  show_menu: able,
  pointer: able,
  type: able,
  key: able,
  screenshot: able,
  element_at: able,
  windows: able,
};

const pixel = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

/**
 * A desktop in memory, driven by the test, and honest in one thing: it keeps its own record of what was hit. A press lands on what
 * covers the element, where something does; a dead target may or may not have done what it was asked.
 */
export class SimulatedDesktop extends SimulatedWidgets {
  readonly app = 'sim';
  title = 'Simulated';
  readonly hits: Hit[] = [];
  /** Everything handed over to be done, whether or not it was. */
  readonly arrivals: (Action | Input)[] = [];
  /** Every call to the adapter, in order. */
  readonly steps: Step[] = [];
  /** Called before each step answers; a promise holds it open. */
  gate: (step: Step) => Promise<void> | null = () => null;
  private readonly held: { step: Step; reached: () => void; released: Promise<void> }[] = [];
  /** The next act or input fails with this, after it was done or without. */
  dies: { readonly failure: Failure; readonly afterDoing: boolean } | null = null;
  /** Called once a secret has landed on a widget. */
  onSecret: (widget: Widget) => void = () => {};
  /** Every screenshot and every tree fails with this. */
  blind: Failure | null = null;
  readonly adapter: Adapter = {
    app: this.app,
    program: 'Simulated',
    abilities: everything,
    windows: async () => ok([]),
    elementAt: async () => ok(null),
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
    act: (identity, action, { role, name }) =>
      this.deliver('act', action, () => {
        const widget = this.byIdentity(identity);
        return widget?.role === role && widget.name === name ? widget : null;
      }),
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
    this.arrivals.push(deed);
    const { dies } = this;
    this.dies = null;
    if (dies === null || dies.afterDoing) this.land(deed, widget);
    await this.step(step);
    return dies === null ? ok('accepted') : { ok: false, failure: dies.failure };
  }

  private land(deed: Action | Input, widget: Widget | undefined): void {
    const byPointer = deed.kind !== 'scroll' && deed.kind !== 'type' && deed.kind !== 'key';
    const front = widget === undefined || !byPointer ? null : this.inFrontOf(widget);
    if (widget === undefined || front !== null) {
      this.hits.push({ uid: null, within: [], role: '', name: front ?? '', deed, allowed: false });
      return;
    }
    const { uid, role, name, visible, states } = widget;
    const within = this.pathTo(widget).map((each) => each.uid);
    this.hits.push({ uid, within, role, name, deed, allowed: visible && !states.has('disabled') });
    if (!widget.swallows) this.change(deed, widget);
  }

  private change(deed: Action | Input, widget: Widget): void {
    if (deed.kind === 'set_value') widget.value = deed.value;
    if (deed.kind === 'set_secret') {
      widget.value = deed.value;
      this.onSecret(widget);
    }
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

  /** Holds the next call of this step open. */
  hold(step: Step): Held {
    const reached = latch();
    const released = latch();
    this.held.push({ step, reached: reached.open, released: released.opened });
    return { reached: reached.opened, release: released.open };
  }

  private async step(step: Step): Promise<void> {
    this.steps.push(step);
    const at = this.held.findIndex((each) => each.step === step);
    const [held] = at < 0 ? [] : this.held.splice(at, 1);
    held?.reached();
    await held?.released;
    await this.gate(step);
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
      const { identity, identifier, role, name, value, bounds, hole } = widget;
      const at = nodes.push({
        parent,
        role,
        name,
        value,
        states: [...widget.states].sort(),
        bounds,
        identity,
        identifier,
        hole,
      });
      if (hole === null) for (const child of widget.children) walk(child, at - 1);
    };
    walk(this.root, -1);
    return nodes;
  }
}

function latch(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const gone = failed('stale_ref', 'No such element is left.', 'Take a snapshot.');
const cancelled = failed('cancelled', 'It was cancelled.', 'Nothing has to be undone.');
