import { join } from 'node:path';
import { app } from 'electron';
import { promises } from '../../src-main/bridge/conformance/cases.fixture';
import { type Kept, runCase } from '../../src-main/bridge/conformance/run-case.fixture';
import { openStage } from './stage';

/** What a test finds in this process as `conformance`. */
export interface ConformanceParts {
  readonly ready: Promise<void>;
  /** Rejects where the promise is broken. */
  keep(title: string): Promise<Kept>;
}

const page = join(import.meta.dirname, '../../src-main/bridge/conformance/programs/page.html');

const parts: ConformanceParts = {
  ready: app.whenReady(),
  async keep(title) {
    const promised = promises.find((each) => each.title === title);
    if (promised === undefined) throw new Error(`There is no promise "${title}".`);
    return runCase(promised, () => openStage(page));
  },
};
app.on('window-all-closed', () => {});
Reflect.set(globalThis, 'conformance', parts);
