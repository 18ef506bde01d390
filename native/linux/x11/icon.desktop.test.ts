import { afterEach, describe, expect, it } from 'vitest';
import { connect } from './connection';
import { decodePng } from './png.fixture';
import { good, opened, useX11 } from './x11.fixture';

describe('the icon of a window', () => {
  const at = useX11();

  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  /** A window of our own, with this in _NET_WM_ICON. */
  async function windowWith(words: readonly number[]): Promise<number> {
    const { client, root, atom, settled, close } = await connect(at.desktop().display);
    closing.push(close);
    const window = client.AllocID();
    client.CreateWindow(window, root, 0, 0, 10, 10);
    const data = Buffer.alloc(words.length * 4);
    for (const [n, word] of words.entries()) data.writeUInt32LE(word, n * 4);
    client.ChangeProperty(0, window, await atom('_NET_WM_ICON'), await atom('CARDINAL'), 32, data);
    await settled();
    return window;
  }

  const filled = (side: number, word: number) => [side, side, ...Array<number>(side * side).fill(word)];

  const iconOf = async (window: number) => good(await at.x11().icon(window));

  it('the size that fits a list best is taken, pixel for pixel', async () => {
    const window = await windowWith([
      ...filled(16, 0xff_11_11_11),
      ...filled(48, 0xff_22_44_66),
      ...filled(192, 0xff_33_33_33),
    ]);
    const { width, height, pixels } = decodePng((await iconOf(window)) ?? new Uint8Array());
    expect([width, height]).toEqual([48, 48]);
    expect([...pixels.subarray(-4)]).toEqual([0x22, 0x44, 0x66, 0xff]);
  });

  it.each([
    ['nothing', []],
    ['half a size', [32]],
    ['no pixels', [0, 32]],
    ['fewer pixels than it says', [32, 32, 1, 2, 3]],
    ['a size beyond all reason', [0xffff_ffff, 0xffff_ffff, 1]],
  ])('%s is no icon', async (_what, words) => {
    expect(await iconOf(await windowWith(words))).toBeNull();
  });

  it('what a program claims after a good icon takes nothing from it', async () => {
    const window = await windowWith([...filled(32, 0x80_ff_00_00), 0xffff_ffff, 7]);
    const { pixels } = decodePng((await iconOf(window)) ?? new Uint8Array());
    expect([...pixels.subarray(0, 4)]).toEqual([0xff, 0, 0, 0x80]);
  });

  it('a real program has one, and a window that has gone is told as gone', async () => {
    const { program, window } = await opened(at, 'mousepad');
    const { width, height, pixels } = decodePng((await iconOf(window.id)) ?? new Uint8Array());
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(16);
    expect(new Set(pixels).size).toBeGreaterThan(8);
    await program.stop();
    await expect
      .poll(() => at.x11().icon(window.id))
      .toMatchObject({ ok: false, failure: { code: 'window_gone' } });
  });
});
