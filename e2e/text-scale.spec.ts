import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { defaultSettings } from '../src-main/contract/settings';
import { gutterWidth, minimapHeight, rulerHeight } from '../src-renderer/timeline/layout/metrics';
import { ask, valueOf } from './ask';
import { type Launched, launch } from './launch';
import { writeLongRecording } from './long-recording';
import { windowOf } from './window';

test.describe.configure({ mode: 'serial' });

let folder: string;
let home: string;
let file: string;
let launched: Launched;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interlock-scale-'));
  home = join(folder, 'home');
  ({ file } = await writeLongRecording(folder, 200));
  launched = await launch({ home, args: [file] });
  await expect(windowOf(launched.page).header).toBeVisible();
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

async function scaleTo(textScale: number): Promise<void> {
  const settings = { ...defaultSettings, theme: 'light', textScale } as const;
  await valueOf(ask(launched.page, 'settings:change', settings));
  await expect.poll(() => launched.page.evaluate(() => window.devicePixelRatio)).toBeCloseTo(textScale);
  await drawn(launched.page);
}

/** A click where a hand would point, in pixels of the screen: the driver's own mouse knows no zoom. */
const clickScreen = (x: number, y: number) =>
  launched.app.evaluate(
    ({ BrowserWindow }, at) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      const press = { button: 'left', clickCount: 1, ...at } as const;
      webContents.sendInputEvent({ type: 'mouseMove', ...at });
      webContents.sendInputEvent({ type: 'mouseDown', ...press });
      webContents.sendInputEvent({ type: 'mouseUp', ...press });
    },
    { x: Math.round(x), y: Math.round(y) },
  );

const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The zoom of each window, by its page. */
const zooms = () =>
  launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map(
        ({ webContents }) => [new URL(webContents.getURL()).pathname, webContents.getZoomFactor()] as const,
      )
      .toSorted(([one], [other]) => one.localeCompare(other)),
  );

/** Where the canvas is, in the page's own pixels. */
async function canvasBox() {
  return launched.page.locator('[data-timeline] canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return { left, top, width, height, pixels: { width: canvas.width, height: canvas.height } };
  });
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where in an area of the window's picture there are pixels at most so bright: all in pixels of the screen. */
function inkIn(area: Area, brightest: number): Promise<Area> {
  return launched.app.evaluate(
    async ({ BrowserWindow }, told) => {
      const main = BrowserWindow.getAllWindows().find(
        ({ webContents }) => new URL(webContents.getURL()).pathname === '/index.html',
      );
      const picture = await main!.webContents.capturePage();
      const { width: wide } = picture.getSize();
      const bytes = picture.toBitmap();
      const xs: number[] = [];
      const ys: number[] = [];
      const { area } = told;
      for (let y = Math.ceil(area.y); y < Math.floor(area.y + area.height); y += 1)
        for (let x = Math.ceil(area.x); x < Math.floor(area.x + area.width); x += 1) {
          const at = 4 * (y * wide + x);
          if (Math.max(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!) > told.brightest) continue;
          xs.push(x);
          ys.push(y);
        }
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      return { x: left, y: top, width: Math.max(...xs) - left + 1, height: Math.max(...ys) - top + 1 };
    },
    { area, brightest },
  );
}

/** How high the ruler's numbers stand on the screen. */
async function numbersOnRuler(scale: number): Promise<number> {
  const { left, top, width } = await canvasBox();
  const ruler = {
    x: (left + gutterWidth) * scale,
    y: (top + minimapHeight) * scale,
    width: (width - gutterWidth) * scale,
    height: rulerHeight * scale,
  };
  return (await inkIn(ruler, 150)).height;
}

test('a larger text scale enlarges what is drawn on the canvas as it does all other text', async () => {
  await scaleTo(1);
  const plain = await numbersOnRuler(1);
  expect(plain).toBeGreaterThan(5);
  for (const scale of [1.6, 2]) {
    await scaleTo(scale);
    await expect(async () => {
      expect(Math.abs((await numbersOnRuler(scale)) / plain - scale)).toBeLessThan(0.15);
    }).toPass();
    const { width, height, pixels } = await canvasBox();
    expect(pixels, 'one pixel of the canvas for each of the screen').toEqual({
      width: Math.round(width * scale),
      height: Math.round(height * scale),
    });
  }
});

test('a hand at the enlarged canvas takes hold of what it points at', async () => {
  const { page } = launched;
  const timeline = windowOf(page).timeline;
  await timeline.press('0');
  for (const scale of [1, 2]) {
    await scaleTo(scale);
    await timeline.press('Escape');
    const { left, top, height } = await canvasBox();
    // The first turn's number stands in the gutter; its row is the first below the ruler.
    const gutter = { x: (left + 8) * scale, width: (gutterWidth / 2) * scale };
    const rows = { y: (top + minimapHeight + rulerHeight) * scale, height: 24 * scale };
    expect(height).toBeGreaterThan(minimapHeight + rulerHeight + 24);
    // A picture of the window may be that of a frame before.
    await expect(async () => {
      const label = await inkIn({ ...gutter, ...rows }, 110);
      expect(Math.abs(label.height / scale - 9)).toBeLessThan(1.5);
      await clickScreen(label.x + label.width / 2, label.y + label.height / 2);
      const chosen = timeline.getByRole('treeitem', { selected: true });
      await expect(chosen).toHaveText(/^Model, turn 1:/, { timeout: 1000 });
    }).toPass();
  }
});

test('the scale is there after a reload and in the next window, and never in the practice window', async () => {
  await scaleTo(1.6);
  await launched.page.reload();
  await expect(windowOf(launched.page).run).toBeVisible();
  await valueOf(ask(launched.page, 'practice:show', null));
  expect(await zooms()).toEqual([
    ['/index.html', 1.6],
    ['/practice/index.html', 1],
  ]);
  await launched.close();
  launched = await launch({ home });
  await expect(windowOf(launched.page).run).toBeVisible();
  expect(await zooms()).toEqual([['/index.html', 1.6]]);
});

test('a window that would be too small for what is larger grows with it, as far as the screen goes', async () => {
  await scaleTo(1);
  const size = () =>
    launched.app.evaluate(({ BrowserWindow, screen }) => ({
      window: BrowserWindow.getAllWindows()[0]!.getSize(),
      screen: screen.getPrimaryDisplay().workAreaSize,
    }));
  await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(760, 480));
  await expect.poll(async () => (await size()).window).toEqual([760, 480]);
  await scaleTo(2);
  const { screen } = await size();
  await expect
    .poll(async () => (await size()).window)
    .toEqual([Math.min(1520, screen.width), Math.min(960, screen.height)]);
});
