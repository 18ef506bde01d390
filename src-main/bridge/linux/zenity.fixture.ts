import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import { type RealProgram, startReal } from './real-program.fixture';
import { type Reach, reach } from './stage.fixture';

export interface Zenity {
  /** Starts it, until the end of the test. */
  readonly open: (...args: readonly string[]) => Promise<RealProgram>;
  /** In the folder of the desktop. */
  readonly folder: () => string;
}

/** zenity on a desktop of its own, for all tests of a file. */
export function zenityDesktop(): Zenity {
  const desktop = onDesktop();
  const running: RealProgram[] = [];
  let to: Reach;
  beforeAll(async () => {
    to = await reach(desktop());
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ process }) => process.stop()));
  });
  afterAll(async () => {
    await to.close();
  });
  return {
    folder: () => desktop().folder,
    async open(...args) {
      const program = await startReal(desktop(), to, 'zenity', ...args);
      running.push(program);
      return program;
    },
  };
}

/** All that it prints once it is told by a button that this is all. */
export async function printed(program: RealProgram, button = 'OK'): Promise<string> {
  const node = await program.find('button', button);
  const done = await program.adapter.act(
    node.identity,
    { kind: 'press' },
    node,
    new AbortController().signal,
  );
  expect(done).toMatchObject({ ok: true });
  await program.process.ended;
  return program.process.said.stdout;
}
