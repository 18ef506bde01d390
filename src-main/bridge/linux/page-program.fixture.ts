import { existsSync } from 'node:fs';
import type { Desktop } from '../../../native/linux/private-desktop';
import { type ChromiumPage, openChromium } from './chromium-page.fixture';
import { driven, type RealProgram } from './real-program.fixture';
import { adapterFor, type Reach } from './stage.fixture';

/** Without the package chromium the few tests of pages are skipped. */
export const hasChromium = existsSync('/usr/bin/chromium');

/** A page in Chromium, and the adapter on it. */
export interface PageProgram extends RealProgram {
  readonly page: ChromiumPage;
}

/** The page lives in another process than its accessibility: what it did is told of later. */
export const toldLater = { timeout: 5_000, interval: 25 };

/** @param file in the folder `pages` */
export async function startPage(desktop: Desktop, to: Reach, file: string): Promise<PageProgram> {
  const page = await openChromium(desktop, new URL(`pages/${file}`, import.meta.url));
  const program = driven(page.process, await adapterFor(to, page.process.pid, 'Chromium'));
  await program.find('document', ({ name }) => name !== '');
  return { ...program, page };
}
