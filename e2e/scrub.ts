import type { Locator, Page } from '@playwright/test';
import { gutterWidth, minimapHeight, rulerHeight } from '../src-renderer/timeline/layout/metrics';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Drag {
  /** Milliseconds from each frame of the window to the next. */
  readonly took: readonly number[];
  /** In how many frames the details had changed. */
  readonly details: number;
}

/** Takes hold with a real mouse, then moves it once in each frame. */
export async function drag(page: Page, grip: Grip, frames: number): Promise<Drag> {
  const { held, from, to } = grip;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const seen = await held.evaluate(
    (element, told) =>
      new Promise<Drag>((resolve) => {
        const took: number[] = [];
        let details = 0;
        let changed = false;
        const panel = document.querySelector('[role=tabpanel][data-state=active]');
        const observer = new MutationObserver(() => {
          changed = true;
        });
        if (panel !== null)
          observer.observe(panel, { subtree: true, childList: true, characterData: true, attributes: true });
        let last = 0;
        const next = (now: number) => {
          if (last > 0) took.push(now - last);
          last = now;
          if (changed) details += 1;
          changed = false;
          if (took.length === told.frames) {
            observer.disconnect();
            resolve({ took, details });
            return;
          }
          const share = (took.length + 1) / told.frames;
          element.dispatchEvent(
            new PointerEvent('pointermove', {
              pointerId: 1,
              pointerType: 'mouse',
              isPrimary: true,
              buttons: 1,
              clientX: told.from.x + (told.to.x - told.from.x) * share,
              clientY: told.from.y,
              bubbles: true,
              cancelable: true,
            }),
          );
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    { from, to, frames },
  );
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  return seen;
}

/** What a hand takes hold of, and how far it goes: as good as the whole run. */
export interface Grip {
  readonly held: Locator;
  readonly from: Point;
  readonly to: Point;
}

/** Puts the cursor near the run's beginning. */
export async function cursorOnRuler(page: Page): Promise<Grip> {
  const held = page.locator('[data-timeline] canvas');
  const box = await held.boundingBox();
  if (box === null) throw new Error('The timeline is not to be seen.');
  const y = box.y + minimapHeight + rulerHeight / 2;
  const from = { x: box.x + gutterWidth + 80, y };
  await page.mouse.click(from.x, from.y);
  return { held, from, to: { x: box.x + box.width - 12, y } };
}

/** Puts the thumb at the slider's beginning. */
export async function thumbOfSteps(page: Page): Promise<Grip> {
  const held = page.getByRole('slider', { name: 'Step' });
  await held.press('Home');
  const thumb = await held.boundingBox();
  const track = await held.locator('xpath=../..').boundingBox();
  if (thumb === null || track === null) throw new Error('The slider is not to be seen.');
  const from = { x: thumb.x + thumb.width / 2, y: thumb.y + thumb.height / 2 };
  return { held, from, to: { x: track.x + track.width - 20, y: from.y } };
}
