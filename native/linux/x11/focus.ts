import type { Connection } from './connection';
import { NoReply } from './failure';
import { numbers } from './property';

/** Not a window: nobody has the focus, or whoever is under the pointer. */
const NO_WINDOW: ReadonlySet<number> = new Set([0, 1]);

/**
 * The window that keys go to. The window manager's word alone is not enough: it says a window is active before that
 * window's program has taken the focus, and also where it never does.
 * @returns null where keys go to none
 */
export async function activeWindow(connection: Connection): Promise<number | null> {
  const [active = 0] = await numbers(connection, connection.root, '_NET_ACTIVE_WINDOW');
  return active !== 0 && (await hasFocus(connection, active)) ? active : null;
}

/** Whether a window, or a part of it, has the server's input focus. Many programs give it to an invisible part. */
async function hasFocus(connection: Connection, window: number): Promise<boolean> {
  const { client, root, ask } = connection;
  let { focus } = await ask<{ focus: number }>((done) => client.GetInputFocus(done));
  try {
    while (focus !== window && focus !== root && !NO_WINDOW.has(focus)) {
      const within = focus;
      focus = (await ask<{ parent: number }>((done) => client.QueryTree(within, done))).parent;
    }
  } catch (thrown) {
    if (thrown instanceof NoReply && thrown.failure.code === 'window_gone') return false;
    throw thrown;
  }
  return focus === window;
}
