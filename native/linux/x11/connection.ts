import { type Client, createClient, type Display, type Done, type X11Error, type X11Event } from 'x11';
import { displayGone, NoReply, timedOut, windowGone } from './failure';

/** A server answers in a millisecond, except while another client has grabbed it. */
const LIMIT_MS = 5_000;

/** The protocol's codes for a window, and for anything that can be drawn on, that is not there. */
const gone: ReadonlySet<number> = new Set([3, 9]);

/** PropertyChange and SubstructureNotify: what the window manager tells, and what programs answer it. */
const ROOT_EVENTS = 0x40_0000 | 0x8_0000;

export interface Connection {
  readonly client: Client;
  readonly root: number;
  /** Pixels. */
  readonly screen: { readonly width: number; readonly height: number };
  readonly keycodes: { readonly first: number; readonly last: number };
  readonly bigEndian: boolean;
  /** Sends one request and waits for its reply, or for its end where it has none. Throws `NoReply`. */
  readonly ask: <T>(request: (done: Done<T>) => void) => Promise<T>;
  /** Resolves once the server has worked off all requests so far. */
  readonly settled: () => Promise<void>;
  readonly atom: (name: string) => Promise<number>;
  /** @returns how to stop hearing */
  readonly onEvent: (heard: (event: X11Event) => void) => () => void;
  readonly close: () => void;
}

/**
 * Connects to a server and hears of its window manager.
 * @param display as in `:1`
 * @throws NoReply display_unreachable
 */
export async function connect(display: string): Promise<Connection> {
  if (!/^.*:\d+(\.\d+)?$/.test(display)) throw unreachable(display, 'this is no name of a display');
  const found = await withLimit<Display>((resolve, reject) => {
    createClient({ display, shm: false }, (error, value) => {
      if (error) reject(unreachable(display, error.message));
      else resolve(value);
      return true;
    }).on('error', (error) => reject(unreachable(display, error.message)));
  });
  // The package keeps one table of atoms for all connections, but each server has numbers of its own.
  found.client.atoms = { ...found.client.atoms };
  const connection = wrap(found);
  await connection.ask<void>((done) =>
    connection.client.ChangeWindowAttributes(connection.root, { eventMask: ROOT_EVENTS }, done),
  );
  return connection;
}

function wrap({ client, screen, min_keycode, max_keycode, image_byte_order }: Display): Connection {
  const [first] = screen;
  if (first === undefined) throw new NoReply('refused', 'The X server has no screen.', 'Use another.');
  const leaving = new Set<(failure: NoReply) => void>();
  let isGone = false;
  client.on('end', () => {
    isGone = true;
    for (const leave of leaving) leave(displayGone());
  });
  // Requests without a reply fail late. Whoever cares for one asks for it; the others are about windows that have gone.
  client.on('error', () => {});

  const ask = <T>(request: (done: Done<T>) => void): Promise<T> => {
    if (isGone) return Promise.reject(displayGone());
    return withLimit<T>((resolve, reject) => {
      leaving.add(reject);
      request((error, value) => {
        leaving.delete(reject);
        if (error) reject(refusalOf(error));
        else resolve(value);
        return true;
      });
    });
  };

  return {
    client,
    root: first.root,
    screen: { width: first.pixel_width, height: first.pixel_height },
    keycodes: { first: min_keycode, last: max_keycode },
    bigEndian: image_byte_order !== 0,
    ask,
    settled: async () => void (await ask((done) => client.GetInputFocus(done))),
    atom: (name) => ask((done) => client.InternAtom(false, name, done)),
    onEvent: (heard) => {
      client.on('event', heard);
      return () => client.off('event', heard);
    },
    close: () => {
      isGone = true;
      client.terminate();
    },
  };
}

function withLimit<T>(
  work: (resolve: (value: T) => void, reject: (failure: NoReply) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(timedOut(LIMIT_MS)), LIMIT_MS);
    work(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (failure) => {
        clearTimeout(timer);
        reject(failure);
      },
    );
  });
}

function refusalOf(error: X11Error): NoReply {
  if (error.error !== undefined && gone.has(error.error)) return windowGone();
  return new NoReply('refused', `The X server refused a request: ${error.message}.`, 'Take a snapshot.');
}

function unreachable(display: string, why: string): NoReply {
  return new NoReply(
    'display_unreachable',
    `The display ${display} cannot be reached: ${why}.`,
    'Check the variable DISPLAY, and that the X server is running.',
  );
}
