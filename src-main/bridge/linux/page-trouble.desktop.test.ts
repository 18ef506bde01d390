import { readdir, readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import { deskOn, refIn } from '../conformance/desk-on.fixture';
import { hasChromium, type PageProgram, startPage } from './page-program.fixture';
import { type Reach, reach } from './stage.fixture';

const press = { kind: 'press' } as const;
const now = () => new AbortController().signal;

describe.skipIf(!hasChromium)('a page that goes its own way', () => {
  const desktop = onDesktop();
  let to: Reach;
  let program: PageProgram;

  beforeAll(async () => {
    to = await reach(desktop());
  });
  afterAll(() => to.close());
  beforeEach(async () => {
    program = await startPage(desktop(), to, 'trouble.html');
  });
  afterEach(() => program.page.close());

  test('a dialog of the page that nobody expected stops what was meant for behind it', async () => {
    const { desk, caller, snapshot } = deskOn(program.adapter, 'mixed');
    await program.find('button', 'Send');
    const send = refIn(await snapshot(), 'button', 'Send');
    await program.page.run('byId("sure").showModal()');
    await program.find('button', 'Keep them');
    const report = await desk.act(send, press, caller());
    expect(report).toMatchObject({ delivery: null, failure: { code: 'unexpected_modal' } });
    expect(report.failure?.sentence).toMatch(/^The dialog "Sure\?" \(s2:e\d+\) has opened since s1/);
    expect(report.seen).toContain('button "Keep them"');
    const kept = await desk.act(refIn(await snapshot(), 'button', 'Keep them'), press, caller());
    expect(kept).toMatchObject({ delivery: 'observed', failure: null });
    expect(await program.page.run('[sent, byId("sure").open]')).toEqual([0, false]);
  });

  test('so does a question of the browser, which holds the page up', async () => {
    const { desk, caller, snapshot } = deskOn(program.adapter, 'mixed');
    await program.find('button', 'Send');
    const send = refIn(await snapshot(), 'button', 'Send');
    void program.page.run('alert("The line is busy.")');
    await program.find('text', 'The line is busy.');
    const report = await desk.act(send, press, caller());
    expect(report).toMatchObject({ delivery: null, failure: { code: 'unexpected_modal' } });
    expect(report.seen).toContain('The line is busy.');
    // Chromium takes no answer within half a second of a question, nor of an answer that it did not take.
    await vi.waitUntil(
      async () => {
        const answered = await desk.act(refIn(await snapshot(), 'button', 'OK'), press, caller());
        return answered.delivery === 'observed';
      },
      { timeout: 8_000, interval: 800 },
    );
    await program.find('button', 'Send');
    expect(await program.page.run('sent')).toBe(0);
  });

  test('what stood in a page that went elsewhere is stale', async () => {
    const { desk, caller, snapshot } = deskOn(program.adapter, 'mixed');
    await program.find('button', 'Send');
    const send = refIn(await snapshot(), 'button', 'Send');
    void program.page.run('location.assign("about:blank")');
    await program.find('window', ({ name }) => name.includes('about:blank'));
    const report = await desk.act(send, press, caller());
    expect(report).toMatchObject({ delivery: null, failure: { code: 'stale_ref' } });
    expect(report.failure?.sentence).toContain('was the button "Send". It is no longer there');
  });

  test('what stood in a page whose process died is stale', async () => {
    const { desk, caller, snapshot } = deskOn(program.adapter, 'mixed');
    await program.find('button', 'Send');
    const send = refIn(await snapshot(), 'button', 'Send');
    for (const pid of await renderersOf(program.process.pid)) process.kill(pid, 'SIGKILL');
    await program.find('button', 'Reload');
    const report = await desk.act(send, press, caller());
    expect(report).toMatchObject({ delivery: null, failure: { code: 'stale_ref' } });
  });

  test('a program that is killed in the middle of a call is said to be gone, within the budget', async () => {
    const send = await program.find('button', 'Send');
    process.kill(program.process.pid, 'SIGSTOP');
    const begun = performance.now();
    const pressing = program.adapter.act(send.identity, press, send, now());
    const reading = program.adapter.tree(
      { nodes: 1_000, depth: 50, children: 100, milliseconds: 2_000 },
      now(),
    );
    process.kill(program.process.pid, 'SIGKILL');
    expect(await pressing).toMatchObject({ ok: false, failure: { code: 'target_gone' } });
    expect(await reading).toMatchObject({ ok: false, failure: { code: 'target_gone' } });
    expect(performance.now() - begun).toBeLessThan(2_500);
  });
});

/** The processes of its pages. */
async function renderersOf(browser: number): Promise<readonly number[]> {
  const all = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const found = await Promise.all(
    all.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return line.includes('--type=renderer') && (await ancestorsOf(pid)).includes(browser) ? [pid] : [];
    }),
  );
  return found.flat();
}

async function ancestorsOf(pid: number): Promise<readonly number[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
  return parent > 1 ? [parent, ...(await ancestorsOf(parent))] : [];
}
