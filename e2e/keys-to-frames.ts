import type { Page } from '@playwright/test';

/** How long the window takes from each of so many keys to the frame that shows it: in milliseconds, sorted. */
export async function keysToFrames(page: Page, keys: number): Promise<readonly number[]> {
  const search = page.getByRole('searchbox').or(page.getByPlaceholder('Search the runs')).first();
  await search.click();
  await page.evaluate(() => {
    const took: number[] = [];
    Reflect.set(window, 'took', took);
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => requestAnimationFrame(() => took.push(performance.now() - timeStamp)),
      true,
    );
  });
  for (let key = 0; key < keys; key += 1) await page.keyboard.press('a');
  return page.evaluate(
    () =>
      new Promise<number[]>((drawn) => {
        requestAnimationFrame(() => drawn((Reflect.get(window, 'took') as number[]).sort((a, b) => a - b)));
      }),
  );
}
