import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export type ModeName = 'Sequential' | 'Batch' | 'Mixed' | 'Planned';

/** Those that every demo can be run in. */
export const modeNames: readonly ModeName[] = ['Sequential', 'Batch', 'Mixed'];

/** What a person sees of the window, under the names they would use. */
export function windowOf(page: Page) {
  const header = page.getByRole('region', { name: 'Opened run' });
  return {
    page,
    header,
    run: page.getByRole('button', { name: 'Run', exact: true }),
    stop: page.getByRole('button', { name: /^Stop/ }),
    task: page.getByRole('textbox', { name: 'Task' }),
    runs: page.getByRole('grid', { name: 'Recorded runs' }),
    rows: page.getByRole('grid', { name: 'Recorded runs' }).getByRole('row'),
    timeline: page.getByRole('tree', { name: 'Turns and their calls' }),
    stepper: page.getByRole('region', { name: 'Steps' }),
    details: page.getByRole('tabpanel'),
    tab: (name: string) => page.getByRole('tab', { name }),
    mode: (name: ModeName) => page.getByRole('radio', { name }),
  };
}

export type Shown = ReturnType<typeof windowOf>;

export async function chooseDemo({ page }: Shown, title: string): Promise<void> {
  await page.getByRole('combobox', { name: /^Model:/ }).click();
  await page.getByRole('option', { name: `Scripted demo: ${title}` }).click();
}

export async function chooseThinkingTime({ page, run }: Shown, time: string): Promise<void> {
  await expect(run).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('combobox', { name: /^Thinking time/ }).click();
  await page.getByRole('option', { name: time, exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

/** Presses Run and waits until it can be pressed again. */
export async function runToEnd(shown: Shown): Promise<void> {
  const before = await shown.rows.count();
  await shown.run.click();
  await expect(shown.rows).toHaveCount(before + 1);
  await expect(shown.run).toBeVisible({ timeout: 30_000 });
}

/** Breaches of WCAG and of good practice that axe finds in the window as it stands. */
export async function breaches(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
