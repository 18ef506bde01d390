import { describe, expect, it } from 'vitest';
import { decodePng } from './png.fixture';
import { good, opened, useX11 } from './x11.fixture';

describe('a picture of a window', () => {
  const at = useX11();

  async function moveTo(window: number, x: number, y: number) {
    const args = ['windowmove', '--sync', String(window), String(x), String(y)];
    await good(await at.desktop().spawn('xdotool', args)).ended;
  }

  it('is whole, also where another covers it, and where it is outside of the screen', async () => {
    const below = await opened(at, 'zenity', ['--info', '--text=below']);
    const above = await opened(at, 'zenity', ['--info', '--text=above']);
    await moveTo(below.window.id, 300, 300);
    await moveTo(above.window.id, 700, 700);
    expect(await at.x11().untilHandled(below.window.id, 5_000)).toEqual({ ok: true, value: true });
    const picture = async () => good(await at.x11().capture(below.window.id));
    const alone = await picture();
    const { width, height, pixels } = decodePng(alone.png);
    expect({ width, height }).toEqual({ width: alone.rect.width, height: alone.rect.height });
    expect(new Set(pixels).size).toBeGreaterThan(10);
    await moveTo(above.window.id, 290, 290);
    expect(decodePng((await picture()).png).pixels).toEqual(pixels);
    await moveTo(below.window.id, 1_250, 1_000);
    const outside = await picture();
    expect(outside.rect.x).toBeGreaterThan(1_240);
    expect(decodePng(outside.png).pixels).toEqual(pixels);
    await Promise.all([below.program.stop(), above.program.stop()]);
  });

  it('shows what GTK 4 draws', async () => {
    const { program, window } = await opened(at, 'gtk4-demo', ['--run=entry_undo']);
    await expect
      .poll(async () => new Set(decodePng(good(await at.x11().capture(window.id)).png).pixels).size)
      .toBeGreaterThan(10);
    await program.stop();
  });

  it('is not made of a window that is minimised', async () => {
    const { program, window } = await opened(at, 'zenity', ['--info', '--text=x']);
    await good(await at.desktop().spawn('xdotool', ['windowminimize', '--sync', String(window.id)])).ended;
    await expect
      .poll(() => at.x11().capture(window.id))
      .toMatchObject({ failure: { code: 'window_hidden' } });
    await program.stop();
  });
});
