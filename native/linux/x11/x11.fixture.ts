import { afterAll, beforeAll, expect } from 'vitest';
import type { Desktop } from '../private-desktop/desktop';
import { useDesktop } from '../private-desktop/desktop.fixture';
import type { Program } from '../private-desktop/program';
import { connect } from './connection';
import type { X11Window } from './windows';
import { openX11, type X11 } from './x11';

/** A desktop, and us connected to its X server, for all tests of a file. */
export function useX11(): { readonly desktop: () => Desktop; readonly x11: () => X11 } {
  const desktop = useDesktop();
  const made: X11[] = [];
  beforeAll(async () => {
    made.push(good(await openX11(desktop().display)));
  });
  afterAll(async () => {
    await made[0]?.close();
  });
  return {
    desktop,
    x11: () => {
      const [x11] = made;
      if (x11 === undefined) throw new Error('The connection is made before the first test.');
      return x11;
    },
  };
}

export function good<T>(
  result: { readonly ok: true; readonly value: T } | { ok: false; failure: { sentence: string } },
): T {
  if (result.ok) return result.value;
  throw new Error(result.failure.sentence);
}

/** Starts a program, waits for its window and activates it. */
export async function opened(
  { desktop, x11 }: ReturnType<typeof useX11>,
  command: string,
  args: readonly string[] = [],
): Promise<{ readonly program: Program; readonly window: X11Window }> {
  const program = good(await desktop().spawn(command, args));
  const window = await shownBy(x11(), program.pid, () => true);
  good(await x11().activate(window.id, 10_000));
  return { program, window };
}

/** The topmost window of a program that is as wanted, once there is one. */
export async function shownBy(
  x11: X11,
  pid: number,
  wanted: (window: X11Window) => boolean,
): Promise<X11Window> {
  let found: X11Window | undefined;
  await expect
    .poll(
      async () => {
        found = good(await x11.windows(pid)).find((window) => window.shown && wanted(window));
        return found;
      },
      { timeout: 15_000, interval: 20 },
    )
    .toBeDefined();
  if (found === undefined) throw new Error('The poll ends with a window.');
  return found;
}

const PRIMARY = 1;

/** What is selected at this moment, in whichever program: selecting a text offers it to everybody on X11. */
export async function selectedText(display: string): Promise<string> {
  const connection = await connect(display);
  const { client, root, atom } = connection;
  const [target, property] = [await atom('UTF8_STRING'), await atom('SELECTED_TEXT')];
  const window = client.AllocID();
  client.CreateWindow(window, root, 0, 0, 1, 1);
  const offered = new Promise<number>((resolve) => {
    connection.onEvent((event) => {
      if (event.name === 'SelectionNotify') resolve(event.property);
    });
  });
  client.ConvertSelection(window, PRIMARY, target, property);
  const isOffered = (await offered) !== 0;
  const bytes = isOffered
    ? await connection.ask<{ data: Buffer }>((done) =>
        client.GetProperty(0, window, property, 0, 0, 10_000, done),
      )
    : { data: Buffer.alloc(0) };
  connection.close();
  return bytes.data.toString('utf8');
}
