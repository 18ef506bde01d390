import type { Connection } from './connection';
import { names } from './property';

let serial = 0;

/**
 * Asks a window's program for a sign of life (EWMH's _NET_WM_PING). It answers in order, so with the answer it has
 * taken all earlier keys from its queue, and looked up what they mean.
 * @returns answered; silent within the limit; or mute, where the program does not know the question
 */
export async function untilHandled(
  connection: Connection,
  window: number,
  limitMs: number,
): Promise<'answered' | 'silent' | 'mute'> {
  if (!(await names(connection, window, 'WM_PROTOCOLS', '_NET_WM_PING'))) return 'mute';
  const [protocols, ping] = await Promise.all([
    connection.atom('WM_PROTOCOLS'),
    connection.atom('_NET_WM_PING'),
  ]);
  serial += 1;
  const mine = serial;
  let answer = () => {};
  const answered = new Promise<'answered'>((resolve) => {
    answer = () => resolve('answered');
  });
  const off = connection.onEvent((event) => {
    if (event.name !== 'ClientMessage' || event.wid !== connection.root) return;
    if (event.message_type === protocols && event.data[0] === ping && event.data[1] === mine) answer();
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    await connection.ask<void>((done) =>
      connection.client.SendClientMessage(window, window, protocols, 32, [ping, mine, window, 0, 0], 0, done),
    );
    const silent = new Promise<'silent'>((resolve) => {
      timer = setTimeout(() => resolve('silent'), limitMs);
    });
    return await Promise.race([answered, silent]);
  } finally {
    clearTimeout(timer);
    off();
  }
}
