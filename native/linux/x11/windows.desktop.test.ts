import { describe, expect, it } from 'vitest';
import { withDesktop } from '../private-desktop/desktop.fixture';
import { openX11 } from './x11';
import { good, opened, shownBy, useX11 } from './x11.fixture';

const middleOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x: x + width / 2,
  y: y + height / 2,
});

describe('windows', () => {
  const at = useX11();

  async function xdotool(...args: string[]) {
    const program = good(await at.desktop().spawn('xdotool', args));
    expect(await program.ended).toEqual({ code: 0, signal: null });
  }

  it("are a program's own, with title and places", async () => {
    const { program, window } = await opened(at, 'zenity', ['--info', '--title=Grüße 漢字', '--text=x']);
    const mine = good(await at.x11().windows(program.pid));
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ title: 'Grüße 漢字', managed: true, shown: true, active: true });
    expect(mine[0]).toMatchObject({ id: window.id, pid: program.pid, modal: false });
    const { bounds, content, frame } = window;
    expect(content).toEqual(bounds);
    expect(frame.y).toBeLessThan(bounds.y);
    expect(frame.height).toBeGreaterThan(bounds.height);
    expect(good(await at.x11().windows(process.pid))).toEqual([]);
    await program.stop();
  });

  it('are topmost first, and change places when one is activated', async () => {
    const below = await opened(at, 'zenity', ['--info', '--text=below']);
    const above = await opened(at, 'zenity', ['--info', '--text=above']);
    await xdotool('windowmove', '--sync', String(below.window.id), '200', '200');
    await xdotool('windowmove', '--sync', String(above.window.id), '210', '210');
    const spot = { x: 230, y: 230 };
    const order = async () =>
      good(await at.x11().windows(null)).flatMap(({ id, managed }) => (managed ? [id] : []));
    expect(await order()).toEqual([above.window.id, below.window.id]);
    expect(good(await at.x11().windowAt(spot))).toEqual({ window: above.window.id, pid: above.program.pid });
    good(await at.x11().activate(below.window.id, 10_000));
    expect(await order()).toEqual([below.window.id, above.window.id]);
    expect(good(await at.x11().activeWindow())).toBe(below.window.id);
    expect(good(await at.x11().windowAt(spot))).toEqual({ window: below.window.id, pid: below.program.pid });
    await Promise.all([below.program.stop(), above.program.stop()]);
  });

  it('are nobody where the screen is bare', async () => {
    expect(good(await at.x11().windowAt({ x: 1_279, y: 1_023 }))).toEqual({ window: null, pid: null });
  });

  it('come back when they were minimised', async () => {
    const { program, window } = await opened(at, 'zenity', ['--info', '--text=x']);
    await xdotool('windowminimize', '--sync', String(window.id));
    const now = async () => good(await at.x11().windows(program.pid))[0];
    await expect.poll(now).toMatchObject({ shown: false, active: false });
    good(await at.x11().activate(window.id, 10_000));
    await expect.poll(now).toMatchObject({ shown: true, active: true });
    await program.stop();
  });

  it('include menus, which a right click opens and Escape closes', async () => {
    const { program, window } = await opened(at, 'mousepad');
    good(await at.x11().click(middleOf(window.content), 'right'));
    const menu = await shownBy(at.x11(), program.pid, ({ managed }) => !managed);
    expect(good(await at.x11().windowAt(middleOf(menu.bounds)))).toEqual({
      window: menu.id,
      pid: program.pid,
    });
    good(await at.x11().press('Escape'));
    await expect
      .poll(async () => good(await at.x11().windows(program.pid)).map(({ id }) => id))
      .toEqual([window.id]);
    await program.stop();
  });

  it('tell a modal dialog, which keeps the one behind it from becoming active', async () => {
    const { program, window } = await opened(at, 'mousepad');
    good(await at.x11().press('Control+o'));
    const dialog = await shownBy(at.x11(), program.pid, ({ modal }) => modal);
    expect(dialog.id).not.toBe(window.id);
    expect(await at.x11().activate(window.id, 300)).toMatchObject({
      ok: false,
      failure: { code: 'not_activated' },
    });
    await program.stop();
  });

  it('of a program that hangs are told by what it does not handle', async () => {
    const { program, window } = await opened(at, 'zenity', ['--info', '--text=x']);
    expect(await at.x11().untilHandled(window.id, 5_000)).toEqual({ ok: true, value: true });
    process.kill(program.pid, 'SIGSTOP');
    expect(await at.x11().untilHandled(window.id, 200)).toEqual({ ok: true, value: false });
    expect(await at.x11().type('x')).toEqual({ ok: true, value: 'sent' });
    process.kill(program.pid, 'SIGCONT');
    expect(await at.x11().untilHandled(window.id, 5_000)).toEqual({ ok: true, value: true });
    await program.stop();
  });

  it('that have gone are told as gone', async () => {
    const { program, window } = await opened(at, 'zenity', ['--info', '--text=x']);
    await program.stop();
    await expect.poll(async () => good(await at.x11().windows(program.pid))).toEqual([]);
    const gone = { ok: false, failure: { code: 'window_gone' } };
    expect(await at.x11().activate(window.id)).toMatchObject(gone);
    expect(await at.x11().capture(window.id)).toMatchObject(gone);
    expect(await at.x11().untilHandled(window.id, 100)).toMatchObject(gone);
  });
});

describe('the server', () => {
  it('is told as unreachable where there is none', async () => {
    expect(await openX11(':9999')).toMatchObject({ ok: false, failure: { code: 'display_unreachable' } });
    expect(await openX11('nonsense')).toMatchObject({ ok: false, failure: { code: 'display_unreachable' } });
  });

  it('is one of several, and each has numbers of its own for the same names', async () => {
    await withDesktop(async (one) => {
      const first = good(await openX11(one.display));
      await withDesktop(async (other) => {
        const second = good(await openX11(other.display));
        const program = good(await other.spawn('zenity', ['--info', '--title=other']));
        const window = await shownBy(second, program.pid, ({ title }) => title === 'other');
        expect(await second.activate(window.id, 10_000)).toEqual({ ok: true, value: null });
        expect(good(await first.windows(null)).filter(({ managed }) => managed)).toEqual([]);
        await second.close();
      });
      await first.close();
    });
  });

  it('is told as gone once it went away', async () => {
    const x11 = await withDesktop(async ({ display }) => good(await openX11(display)));
    expect(await x11.windows(null)).toMatchObject({ ok: false, failure: { code: 'display_gone' } });
    expect(await x11.type('a')).toMatchObject({ ok: false, failure: { code: 'display_gone' } });
    expect(await x11.click({ x: 1, y: 1 })).toMatchObject({ ok: false, failure: { code: 'display_gone' } });
    await x11.close();
  });
});
