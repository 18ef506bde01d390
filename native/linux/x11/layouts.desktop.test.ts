import { afterEach, describe, expect, it } from 'vitest';
import { good, opened, useX11 } from './x11.fixture';

const TEXT = 'Zäune; y/z + "Ä" #1 @ 漢 ы';

describe('typing on other layouts', () => {
  const at = useX11();

  async function run(command: string, ...args: string[]) {
    const program = good(await at.desktop().spawn(command, args));
    expect(await program.ended).toEqual({ code: 0, signal: null });
  }

  /** What a fresh field holds then. */
  async function after(keys: () => Promise<unknown>): Promise<string> {
    const { program } = await opened(at, 'zenity', ['--entry', '--text=']);
    await keys();
    good(await at.x11().press('Enter'));
    await program.ended;
    return program.said.stdout.replace(/\n$/, '');
  }

  const typed = (text: string) => after(async () => good(await at.x11().type(text)));
  const pressed = (key: string) => after(async () => good(await at.x11().press(key)));

  afterEach(async () => {
    await run('setxkbmap', '-layout', 'us', '-option', '');
  });

  it.each(['de', 'fr', 'ru', 'us'])('works with %s', async (layout) => {
    await run('setxkbmap', '-layout', layout);
    expect(await typed(TEXT)).toBe(TEXT);
  });

  it('works with the second of two', async () => {
    await run('setxkbmap', '-layout', 'us,ru', '-option', 'grp:caps_toggle');
    good(await at.x11().press('GroupNext'));
    expect(await typed(TEXT)).toBe(TEXT);
    expect(await pressed('a')).toBe('ф');
    good(await at.x11().press('GroupNext'));
  });

  it('works while Caps Lock is on, and leaves it on', async () => {
    await run('xdotool', 'key', 'Caps_Lock');
    expect(await typed(TEXT)).toBe(TEXT);
    expect(await pressed('a')).toBe('A');
    await run('xdotool', 'key', 'Caps_Lock');
  });
});
