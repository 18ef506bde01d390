import type { Page } from '@playwright/test';
import { gutterWidth, minimapHeight, rulerHeight } from '../src-renderer/timeline/layout/metrics';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Drags with a real mouse, a move a frame. @returns milliseconds from each frame of the window to the next */
export async function framesOfDrag(page: Page, from: Point, to: Point, moves: number): Promise<number[]> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.evaluate(() => {
    const frames: number[] = [];
    let on = true;
    const next = (now: number) => {
      frames.push(now);
      if (on) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(window, {
      framesSeen: () => {
        on = false;
        return frames;
      },
    });
  });
  for (let move = 1; move <= moves; move += 1) {
    const share = move / moves;
    await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
  }
  const seen = await page.evaluate<number[]>('window.framesSeen()');
  await page.mouse.up();
  return seen.slice(1).map((now, at) => now - (seen[at] ?? now));
}

/** Puts the cursor near the run's beginning, where a hand then takes it. @returns where it is, and the ruler's other end */
export async function cursorOnRuler(page: Page): Promise<readonly [from: Point, to: Point]> {
  const box = await page.locator('[data-timeline] canvas').boundingBox();
  if (box === null) throw new Error('The timeline is not to be seen.');
  const y = box.y + minimapHeight + rulerHeight / 2;
  const from = { x: box.x + gutterWidth + 80, y };
  await page.mouse.click(from.x, from.y);
  return [from, { x: box.x + box.width - 12, y }];
}

/** The slider's thumb at its beginning, and the far end of its track. */
export async function thumbOfSteps(page: Page): Promise<readonly [from: Point, to: Point]> {
  const slider = page.getByRole('slider', { name: 'Step' });
  await slider.press('Home');
  const thumb = await slider.boundingBox();
  const track = await slider.locator('xpath=../..').boundingBox();
  if (thumb === null || track === null) throw new Error('The slider is not to be seen.');
  const from = { x: thumb.x + thumb.width / 2, y: thumb.y + thumb.height / 2 };
  return [from, { x: track.x + track.width - 20, y: from.y }];
}
