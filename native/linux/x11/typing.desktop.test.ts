import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { good, opened, selectedText, shownBy, useX11 } from './x11.fixture';

const SHORT = 'Grüße, 漢字 🙂 €';

/** More characters that are on no key than there are keys to lend. */
const LONG = `${SHORT} The quick (brown) fox_jumps! ÀÉÎÕÜ çñøß Съешь ещё этих мягких французских булок Ελληνικά あいうえお 😀😁`;

const hasChromium = existsSync('/usr/bin/chromium');

describe('typing', () => {
  const at = useX11();

  it.each([SHORT, LONG, 'plain ASCII: ~`!@#$%^&*()_+-={}[]|\\:";\'<>?,./'])(
    'gives GTK 3 the text %j',
    async (text) => {
      const { program } = await opened(at, 'zenity', ['--entry', '--text=']);
      expect(await at.x11().type(text)).toEqual({ ok: true, value: 'handled' });
      good(await at.x11().press('Enter'));
      expect(await program.ended).toEqual({ code: 0, signal: null });
      expect(program.said.stdout).toBe(`${text}\n`);
    },
  );

  it('gives GTK 3 every one of many texts, right after one another', async () => {
    const { program } = await opened(at, 'zenity', ['--entry', '--text=']);
    const texts = Array.from({ length: 30 }, (_, n) => `${String.fromCodePoint(0x4e00 + n * 7)}é${n} `);
    for (const text of texts) good(await at.x11().type(text));
    good(await at.x11().press('Enter'));
    await program.ended;
    expect(program.said.stdout).toBe(`${texts.join('')}\n`);
  });

  it.each([SHORT, LONG])('gives GTK 4 the text %j', async (text) => {
    const { program } = await opened(at, 'gtk4-demo', ['--run=entry_undo']);
    await expect
      .poll(async () => {
        good(await at.x11().press('Control+a'));
        good(await at.x11().type(text));
        good(await at.x11().press('Control+a'));
        return selectedText(at.desktop().display);
      })
      .toBe(text);
    await program.stop();
  });

  it.runIf(hasChromium).each([SHORT, LONG])('gives Chromium the text %j', async (text) => {
    const { program, window } = await opened(
      at,
      'chromium',
      chromiumOn(join(at.desktop().folder, `chromium-${text.length}`)),
    );
    await shownBy(at.x11(), program.pid, ({ title }) => title.startsWith('focused'));
    expect(await at.x11().type(text)).toEqual({ ok: true, value: 'handled' });
    const titleNow = async () =>
      good(await at.x11().windows(program.pid)).find(({ id }) => id === window.id)?.title;
    await expect.poll(titleNow, { timeout: 5_000 }).toContain(`=${text}=`);
    await program.stop();
  });
});

/** A page that tells of itself in its title. */
const PAGE = `<title>page</title>
  <input autofocus onfocus="document.title='focused'" oninput="document.title='='+value+'='">`;

function chromiumOn(folder: string): string[] {
  return [
    '--no-sandbox',
    '--no-first-run',
    '--password-store=basic',
    `--user-data-dir=${folder}`,
    `--app=data:text/html;charset=utf-8,${encodeURIComponent(PAGE)}`,
  ];
}
