import type { Connection } from './connection';
import { numbers } from './property';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a pointer would hit. */
export interface Hit {
  /** As in `X11Window.id`; null where there is the bare screen, or a window that belongs to no program. */
  readonly window: number | null;
  readonly pid: number | null;
}

/** The topmost window at a point of the screen. The server itself looks, so shapes and menus count. */
export async function windowAt(connection: Connection, { x, y }: Point): Promise<Hit> {
  const { client, root, ask } = connection;
  let within = root;
  for (;;) {
    const from = within;
    const { child } = await ask<{ child: number }>((done) =>
      client.TranslateCoordinates(root, from, x, y, done),
    );
    if (child === 0) return { window: null, pid: null };
    const [pid] = await numbers(connection, child, '_NET_WM_PID');
    if (pid !== undefined) return { window: child, pid };
    within = child;
  }
}
