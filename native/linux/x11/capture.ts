import type { Composite } from 'x11';
import type { Connection } from './connection';
import { NoReply, unsupported, windowHidden } from './failure';
import { encodePng } from './png';
import { numbers } from './property';
import { boundsOf, grown, type ScreenRect, topOf } from './windows';

/** The whole window, also what others cover and what is outside of the screen. */
export interface Capture {
  readonly png: Uint8Array;
  /** What of the screen it shows: `X11Window.content`. */
  readonly rect: ScreenRect;
}

export interface Camera {
  /** @throws NoReply window_gone | window_hidden */
  readonly capture: (window: number) => Promise<Capture>;
}

/**
 * Has the server keep every window's pixels whole, for as long as we are connected: otherwise what is covered comes out
 * black. Nothing looks different on the screen.
 * @throws NoReply unsupported
 */
export async function openCamera(connection: Connection): Promise<Camera> {
  const composite = await connection
    .ask<Composite>((done) => connection.client.require('composite', done))
    .catch(() => {
      throw unsupported('Composite');
    });
  composite.RedirectSubwindows(connection.root, composite.Redirect.Automatic);
  await connection.settled();
  return { capture: (window) => capture(connection, composite, window) };
}

const Z_PIXMAP = 2;
const ALL_PLANES = 0xffff_ffff;
const BYTES_PER_PIXEL = 4;
const VIEWABLE = 2;

async function capture(connection: Connection, composite: Composite, window: number): Promise<Capture> {
  const { client, ask } = connection;
  const { mapState } = await ask<{ mapState: number }>((done) => client.GetWindowAttributes(window, done));
  if (mapState !== VIEWABLE) throw windowHidden();
  const top = await topOf(connection, window);
  const [bounds, shadow, outer, { borderWidth }] = await Promise.all([
    boundsOf(connection, window),
    numbers(connection, window, '_GTK_FRAME_EXTENTS'),
    boundsOf(connection, top),
    ask<{ borderWidth: number }>((done) => client.GetGeometry(top, done)),
  ]);
  const rect = grown(bounds, shadow, -1);
  const at = { x: rect.x - outer.x + borderWidth, y: rect.y - outer.y + borderWidth };
  const pixmap = client.AllocID();
  composite.NameWindowPixmap(top, pixmap);
  try {
    const { data, depth } = await ask<{ data: Buffer; depth: number }>((done) =>
      client.GetImage(Z_PIXMAP, pixmap, at.x, at.y, rect.width, rect.height, ALL_PLANES, done),
    );
    if (depth < 24) {
      throw new NoReply('unsupported', `The screen has ${depth} bits a pixel.`, 'Use one with 24 or 32.');
    }
    const rgb = colours(data, rect.width * rect.height, connection.bigEndian);
    return { png: await encodePng(rect.width, rect.height, rgb), rect };
  } finally {
    client.FreePixmap(pixmap);
    client.ReleaseID(pixmap);
  }
}

/** Blue, green, red and a byte of no meaning become red, green and blue. */
function colours(data: Uint8Array, pixels: number, bigEndian: boolean): Uint8Array {
  const out = new Uint8Array(pixels * 3);
  const [red, green, blue] = bigEndian ? [1, 2, 3] : [2, 1, 0];
  for (let n = 0; n < pixels; n += 1) {
    const from = n * BYTES_PER_PIXEL;
    out[n * 3] = data[from + red] ?? 0;
    out[n * 3 + 1] = data[from + green] ?? 0;
    out[n * 3 + 2] = data[from + blue] ?? 0;
  }
  return out;
}
