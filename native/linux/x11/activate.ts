import type { Connection } from './connection';
import { NoReply } from './failure';
import { activeWindow } from './focus';
import { watchEvents } from './watch-events';

/** SubstructureRedirect and SubstructureNotify: what the window manager hears on the root window. */
const TO_WINDOW_MANAGER = 0x10_0000 | 0x8_0000;

const FOCUS_CHANGE = 0x20_0000;

/** EWMH: whoever acts for the person, such as a pager, says 2. */
const FROM_PAGER = 2;

/**
 * Has the window manager raise a window and give it the focus, and waits until it has it.
 * @throws NoReply window_gone | not_activated, which also a modal dialog before the window leads to
 */
export async function activate(connection: Connection, window: number, limitMs: number): Promise<void> {
  const { client, root, ask } = connection;
  const atom = await connection.atom('_NET_ACTIVE_WINDOW');
  const watch = watchEvents(
    connection,
    (event) =>
      (event.name === 'PropertyNotify' && event.wid === root && event.atom === atom) ||
      (event.name === 'FocusIn' && event.wid === window),
    limitMs,
  );
  try {
    await ask<void>((done) => client.ChangeWindowAttributes(window, { eventMask: FOCUS_CHANGE }, done));
    if ((await activeWindow(connection)) === window) return;
    const message = [FROM_PAGER, 0, 0, 0, 0];
    await ask<void>((done) =>
      client.SendClientMessage(root, window, atom, 32, message, TO_WINDOW_MANAGER, done),
    );
    while ((await activeWindow(connection)) !== window) {
      if (!(await watch.next())) throw notActivated();
    }
  } finally {
    watch.stop();
  }
}

function notActivated(): NoReply {
  return new NoReply(
    'not_activated',
    'The window did not get the focus: a dialog may be in front of it.',
    'Take a snapshot to see which window is active.',
  );
}
