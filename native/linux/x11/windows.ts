import type { Connection } from './connection';
import { NoReply } from './failure';
import { activeWindow } from './focus';
import { names, numbers, text } from './property';

/** Pixels of the screen, from its top left. */
export interface ScreenRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A window that a program shows, or has minimised. */
export interface X11Window {
  readonly id: number;
  readonly pid: number | null;
  readonly title: string;
  /** False for what no window manager frames: menus, tooltips, popovers. */
  readonly managed: boolean;
  /** False while it is minimised or on another workspace. */
  readonly shown: boolean;
  /** It is where keys go. */
  readonly active: boolean;
  readonly modal: boolean;
  /** The X window itself. */
  readonly bounds: ScreenRect;
  /** Without the shadow that GTK draws inside of its own window (_GTK_FRAME_EXTENTS). */
  readonly content: ScreenRect;
  /** With what the window manager draws around it (_NET_FRAME_EXTENTS). */
  readonly frame: ScreenRect;
}

interface Placed {
  readonly id: number;
  readonly managed: boolean;
  /** The child of the root that it is, or is inside of. */
  readonly top: number;
}

/** Every window of a program, or of all, topmost first. What goes away meanwhile is left out. */
export async function listWindows(connection: Connection, pid: number | null): Promise<X11Window[]> {
  const [order, clients, active] = await Promise.all([
    connection.ask<{ children: readonly number[] }>((done) =>
      connection.client.QueryTree(connection.root, done),
    ),
    numbers(connection, connection.root, '_NET_CLIENT_LIST'),
    activeWindow(connection),
  ]);
  const managed = await inParallel(clients, async (id) => ({
    id,
    managed: true,
    top: await topOf(connection, id),
  }));
  const framed = new Set(managed.map(({ top }) => top));
  const rest = order.children
    .filter((id) => !framed.has(id))
    .map((id): Placed => ({ id, managed: false, top: id }));
  const all = await inParallel([...managed, ...rest], async (placed) => ({
    rank: order.children.indexOf(placed.top),
    window: await describe(connection, placed, active, pid),
  }));
  return all
    .toSorted((one, other) => other.rank - one.rank)
    .flatMap(({ window }) => (window === null ? [] : [window]));
}

/** The child of the root that a window is inside of: what the window manager framed it with, or itself. */
export async function topOf(connection: Connection, window: number): Promise<number> {
  let top = window;
  for (;;) {
    const { parent } = await connection.ask<{ parent: number }>((done) =>
      connection.client.QueryTree(top, done),
    );
    if (parent === connection.root || parent === 0) return top;
    top = parent;
  }
}

async function describe(
  connection: Connection,
  { id, managed }: Placed,
  active: number | null,
  wantedPid: number | null,
): Promise<X11Window | null> {
  const [attributes, pids] = await Promise.all([
    connection.ask<{ klass: number; mapState: number }>((done) =>
      connection.client.GetWindowAttributes(id, done),
    ),
    numbers(connection, id, '_NET_WM_PID'),
  ]);
  const pid = pids[0] ?? null;
  const shown = attributes.mapState === VIEWABLE;
  if (wantedPid !== null && pid !== wantedPid) return null;
  if (!managed && (!shown || attributes.klass !== HAS_PIXELS)) return null;
  const [title, oldTitle, modal, bounds, shadow, border] = await Promise.all([
    text(connection, id, '_NET_WM_NAME'),
    text(connection, id, 'WM_NAME'),
    names(connection, id, '_NET_WM_STATE', '_NET_WM_STATE_MODAL'),
    boundsOf(connection, id),
    numbers(connection, id, '_GTK_FRAME_EXTENTS'),
    numbers(connection, id, '_NET_FRAME_EXTENTS'),
  ]);
  return {
    id,
    pid,
    title: title ?? oldTitle ?? '',
    managed,
    shown,
    active: id === active,
    modal,
    bounds,
    content: grown(bounds, shadow, -1),
    frame: grown(bounds, border, 1),
  };
}

const VIEWABLE = 2;
const HAS_PIXELS = 1;

/** @throws NoReply window_gone */
export async function boundsOf(connection: Connection, id: number): Promise<ScreenRect> {
  const { client, root, ask } = connection;
  const [{ width, height }, { destX, destY }] = await Promise.all([
    ask<{ width: number; height: number }>((done) => client.GetGeometry(id, done)),
    ask<{ destX: number; destY: number }>((done) => client.TranslateCoordinates(id, root, 0, 0, done)),
  ]);
  return { x: destX, y: destY, width, height };
}

/** @param extents left, right, top, bottom, as both properties have them */
export function grown(rect: ScreenRect, extents: readonly number[], sign: 1 | -1): ScreenRect {
  const [left = 0, right = 0, top = 0, bottom = 0] = extents;
  return {
    x: rect.x - sign * left,
    y: rect.y - sign * top,
    width: rect.width + sign * (left + right),
    height: rect.height + sign * (top + bottom),
  };
}

/** All at once; a window that has gone is left out. */
async function inParallel<T, U>(all: readonly T[], work: (one: T) => Promise<U>): Promise<U[]> {
  const done = await Promise.all(
    all.map(async (one) => {
      try {
        return [await work(one)];
      } catch (thrown) {
        if (thrown instanceof NoReply && thrown.failure.code === 'window_gone') return [];
        throw thrown;
      }
    }),
  );
  return done.flat();
}
