import { describe, expect, it } from 'vitest';
import type { PersonInput } from './person';
import { good, opened, useX11 } from './x11.fixture';

describe('the watch for a person', () => {
  const at = useX11();

  /** Another program with XTEST: a person's own devices cannot be had without a person. */
  async function xdotool(...args: string[]) {
    const program = good(await at.desktop().spawn('xdotool', args));
    expect(await program.ended).toEqual({ code: 0, signal: null });
  }

  it('is silent about what we do ourselves', async () => {
    const { program, window } = await opened(at, 'zenity', ['--entry', '--text=']);
    const seen: PersonInput[] = [];
    const stop = at.x11().watchPerson((input) => seen.push(input));
    good(await at.x11().type('Grüße, 漢字 🙂 and more of it'));
    good(await at.x11().click({ x: window.content.x + 20, y: window.content.y + 20 }, 'left', 2));
    good(await at.x11().click({ x: window.content.x + 20, y: window.content.y + 20 }, 'left', 2));
    good(await at.x11().movePointer({ x: 5.4, y: 7.6 }));
    good(await at.x11().scroll({ x: 9, y: 9 }, { x: -1, y: 2 }));
    good(await at.x11().press('Control+Shift+ArrowLeft'));
    stop();
    expect(seen).toEqual([]);
    await program.stop();
  });

  it.each([
    ['pointer', ['mousemove_relative', '5', '5']],
    ['key', ['key', 'Left']],
    ['button', ['click', '1']],
  ])('hears of a %s that is not ours', async (kind, args) => {
    const seen: PersonInput[] = [];
    const stop = at.x11().watchPerson((input) => seen.push(input));
    await xdotool(...args);
    await expect.poll(() => seen).toContainEqual({ kind, from: 'program' });
    expect(seen.every((input) => input.kind === kind)).toBe(true);
    stop();
    const heard = seen.length;
    await xdotool(...args);
    good(await at.x11().activeWindow());
    expect(seen).toHaveLength(heard);
  });

  it('hears of a key that we type too, before and after we do', async () => {
    const seen: PersonInput[] = [];
    const stop = at.x11().watchPerson((input) => seen.push(input));
    good(await at.x11().press('a'));
    await xdotool('key', 'a');
    await expect.poll(() => seen.length).toBe(2);
    good(await at.x11().press('a'));
    expect(seen).toHaveLength(2);
    stop();
  });

  it('types nothing while a modifier is held down', async () => {
    await xdotool('keydown', 'Control_L');
    expect(await at.x11().type('x')).toMatchObject({ ok: false, failure: { code: 'keys_held' } });
    expect(await at.x11().press('x')).toMatchObject({ ok: false, failure: { code: 'keys_held' } });
    await xdotool('keyup', 'Control_L');
    expect(await at.x11().press('Shift')).toEqual({ ok: true, value: null });
  });
});
