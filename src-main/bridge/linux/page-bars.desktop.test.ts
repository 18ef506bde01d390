import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import { hasChromium, type PageProgram, startPage, toldLater } from './page-program.fixture';
import { type Reach, reach } from './stage.fixture';

const press = { kind: 'press' } as const;
const click = { kind: 'pointer', button: 'left', clicks: 1 } as const;

describe.skipIf(!hasChromium)('a page with bars at its edges', () => {
  const desktop = onDesktop();
  let to: Reach;
  let program: PageProgram;

  beforeAll(async () => {
    to = await reach(desktop());
  });
  afterAll(() => to.close());
  beforeEach(async () => {
    program = await startPage(desktop(), to, 'bars.html');
  });
  afterEach(() => program.page.close());

  test.each([
    ['pressed', press],
    ['clicked', click],
  ] as const)('what lies far below is %s, in a list too, and what lies far above', async (_how, action) => {
    for (const name of ['Low', 'Deep', 'High', 'Low']) {
      const button = await program.find('button', name);
      await program.look(button);
      await program.act(button, action);
    }
    await expect.poll(() => program.page.run('pressed'), toldLater).toEqual(['Low', 'Deep', 'High', 'Low']);
  });

  test('what lies below something that does not give way is covered', async () => {
    const button = await program.find('button', 'Low');
    await program.page.run('veil()');
    await program.find('text', 'We use cookies.');
    await program.adapter.look(button.identity, new AbortController().signal);
    const tried = await program.adapter.act(button.identity, press, button, new AbortController().signal);
    expect(tried).toMatchObject({ ok: false, failure: { code: 'covered' } });
    expect(await program.page.run('pressed')).toEqual([]);
  });
});
