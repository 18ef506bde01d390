import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { type Desktop, startDesktop } from '../native/linux/private-desktop';
import { ask, demoRequest, valueOf } from './ask';
import { desktopLacks } from './desktop-lacks';
import { type Launched, launch } from './launch';
import { windowOf } from './window';

/** The chord of `stopShortcut`, in xdotool's words for keys. */
const chord = 'ctrl+alt+period';
const title = 'Another program';

const run = promisify(execFile);

let desktop: Desktop | null = null;
let launched: Launched | null = null;

test.afterEach(async () => {
  await launched?.close();
  await desktop?.stop();
});

function skip(why: string): void {
  console.log(`The stop keys were not tried from another program: ${why}`);
  test.skip(true, why);
}

test('the stop keys end a run while another program has the focus', async () => {
  const why = await desktopLacks('xdotool', 'zenity');
  if (why !== null) return skip(why);
  const started = await startDesktop();
  if (!started.ok) return skip(started.failure.sentence);
  desktop = started.value;
  const { env } = desktop;
  const xdotool = async (...args: string[]) => (await run('xdotool', args, { env })).stdout.trim();
  launched = await launch({ env: { ...env, WAYLAND_DISPLAY: '' } });
  const { app, page } = launched;
  await expect(windowOf(page).run).toBeVisible();

  const { id } = await valueOf(
    ask(page, 'run:start', demoRequest('four-reads', 'batch', 60_000, 'Think for a minute')),
  );
  const opened = async () => valueOf(ask(page, 'runs:open', { id }));
  await expect.poll(async () => (await opened()).events.map(({ type }) => type)).toContain('turn-started');

  const other = await desktop.spawn('zenity', ['--info', '--text=Busy elsewhere', `--title=${title}`]);
  if (!other.ok) throw new Error(other.failure.sentence);
  const [window] = (await xdotool('search', '--sync', '--onlyvisible', '--name', `^${title}$`)).split('\n');
  await xdotool('windowactivate', '--sync', window ?? '');
  await expect.poll(() => xdotool('getactivewindow')).toBe(window);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle() ?? null))
    .toBeNull();
  expect((await opened()).live).toBe(true);

  await xdotool('key', chord);
  await expect.poll(async () => (await opened()).live).toBe(false);
  const { events } = await opened();
  expect(events.filter(({ type }) => type === 'stop-requested')).toMatchObject([{ by: 'global_shortcut' }]);
  expect(events.at(-1)).toMatchObject({ type: 'run-ended', status: 'stopped' });
  await expect.poll(() => xdotool('getactivewindow'), 'the person stays where they are').toBe(window);
});
