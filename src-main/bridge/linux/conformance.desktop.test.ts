import { afterAll, beforeAll } from 'vitest';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import { conformance } from '../conformance/register.fixture';
import { openChromiumStage } from './chromium-stage.fixture';
import { openGtkStage, type Reach, reach } from './stage.fixture';

const desktop = onDesktop();
let to: Reach | null = null;

beforeAll(async () => {
  to = await reach(desktop());
});
afterAll(async () => {
  await to?.close();
});

function reached(): Reach {
  if (to === null) throw new Error('The desktop is reached before the first test.');
  return to;
}

conformance('linux (GTK 3)', () => openGtkStage(desktop(), reached(), 3));
conformance('linux (GTK 4)', () => openGtkStage(desktop(), reached(), 4));
conformance('linux (Chromium)', () => openChromiumStage(desktop(), reached()));
