import { connect } from './connection';
import { answered, NoReply, type X11Result } from './failure';
import { numbers } from './property';
import { watchEvents } from './watch-events';

/** Resolves once a window manager is at work on a display: before that, nobody hears a wish for the focus. */
export function untilManaged(display: string, limitMs: number): Promise<X11Result<null>> {
  return answered(async () => {
    const connection = await connect(display);
    const watch = watchEvents(connection, ({ name }) => name === 'PropertyNotify', limitMs);
    try {
      while ((await numbers(connection, connection.root, '_NET_SUPPORTING_WM_CHECK')).length === 0) {
        if (!(await watch.next())) throw unmanaged(limitMs);
      }
      return null;
    } finally {
      watch.stop();
      connection.close();
    }
  });
}

function unmanaged(limitMs: number): NoReply {
  return new NoReply(
    'timed_out',
    `No window manager was there within ${limitMs} ms.`,
    'Start one, such as openbox.',
  );
}
