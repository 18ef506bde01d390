import type { XTest } from 'x11';
import type { Connection } from './connection';
import { unsupported } from './failure';
import type { Point } from './window-at';

/** One thing that we had the server do, as its raw events tell it back. */
export type Sent =
  | { readonly kind: 'key' | 'button'; readonly detail: number; readonly down: boolean }
  | ({ readonly kind: 'motion' } & Point);

/** XTEST: input as if from a device, and a record of it, so that nobody takes it for somebody else's. */
export interface Hands {
  readonly key: (keycode: number, down: boolean) => void;
  readonly button: (button: number, down: boolean) => void;
  readonly move: (to: Point) => void;
  /** Resolves once the server has taken all of it. A grab by another program can still hold back what comes of it. */
  readonly done: () => Promise<void>;
  /** Whether an event from the XTEST devices is of ours; each is recognised once. */
  readonly recognise: (event: Sent) => boolean;
}

const KEY_PRESS = 2;
const KEY_RELEASE = 3;
const BUTTON_PRESS = 4;
const BUTTON_RELEASE = 5;
const MOTION = 6;
const ABSOLUTE = 0;

/** A window manager may hold clicks back until it has raised the window. What has no event by then will have none. */
const REMEMBERED_MS = 3_000;

/** @throws NoReply unsupported */
export async function openHands(connection: Connection): Promise<Hands> {
  const { client, root } = connection;
  const xtest = await connection
    .ask<XTest>((done) => client.require('xtest', done))
    .catch(() => {
      throw unsupported('XTEST');
    });
  let sent: { readonly event: Sent; readonly at: number }[] = [];
  const forgetOld = () => {
    const bound = performance.now() - REMEMBERED_MS;
    sent = sent.filter(({ at }) => at > bound);
  };
  const fake = (event: Sent, type: number, detail: number, { x, y }: Point) => {
    sent.push({ event, at: performance.now() });
    xtest.FakeInput(type, detail, 0, root, x, y);
  };
  const nowhere = { x: 0, y: 0 };
  return {
    key: (keycode, down) =>
      fake({ kind: 'key', detail: keycode, down }, down ? KEY_PRESS : KEY_RELEASE, keycode, nowhere),
    button: (button, down) =>
      fake({ kind: 'button', detail: button, down }, down ? BUTTON_PRESS : BUTTON_RELEASE, button, nowhere),
    move: ({ x, y }) => {
      const to = { x: Math.round(x), y: Math.round(y) };
      fake({ kind: 'motion', ...to }, MOTION, ABSOLUTE, to);
    },
    done: async () => {
      forgetOld();
      await connection.settled();
    },
    recognise: (event) => {
      forgetOld();
      const index = sent.findIndex((one) => isSame(one.event, event));
      if (index >= 0) sent.splice(index, 1);
      return index >= 0;
    },
  };
}

function isSame(one: Sent, other: Sent): boolean {
  if (one.kind === 'motion') return other.kind === 'motion' && one.x === other.x && one.y === other.y;
  return one.kind === other.kind && one.detail === other.detail && one.down === other.down;
}
