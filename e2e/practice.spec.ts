import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { SupportDesk } from '../src-main/contract/practice-channel';
import { buildPracticeMain, openPractice, type PracticeApp } from './practice-harness';

/** The page as a person meets it: shown, by mouse and by keyboard alone. */
let practice: PracticeApp;
let page: Page;

test.beforeAll(async () => {
  await buildPracticeMain();
  practice = await openPractice({ show: true });
  page = practice.page;
});

test.afterAll(async () => {
  await practice.close();
});

test.beforeEach(async () => {
  await practice.reset();
});

const pressed = (role: string, name: string) => ({ kind: 'pressed', element: { role, name } });

async function fillIn() {
  await page.getByLabel('Customer name').fill('Ada Lovelace');
  await page.getByLabel('Email').fill('ada@example.com');
  await page.getByLabel('Description').fill('No network.');
}

async function openMenuItem(menu: string, item: string) {
  await page.getByRole('menuitem', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function violations(): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test('axe finds nothing in the whole list', async () => {
  expect(await violations()).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any other state of the ${colorScheme} page`, async () => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.getByLabel('Search tickets').fill('urgent amara');
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await page
      .getByRole('button', { name: /^Open ticket/ })
      .first()
      .click();
    await expect(page.getByRole('region', { name: 'Ticket details' })).toContainText('Amara Okafor wrote');
    await page.getByRole('menuitem', { name: 'View' }).click();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await fillIn();
    await page.getByRole('button', { name: 'Create ticket' }).click();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByRole('status')).toHaveText('Ticket #1301 created');
    await page.getByLabel('Search tickets').fill('nothing has these words');
    expect(await violations()).toEqual([]);
  });
}

test('240 tickets are there as elements, and the search leaves those that have every word', async () => {
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(240);
  await expect(rows.first()).toContainText('#1300');
  await expect(rows.last()).toContainText('#1061');
  await page.getByRole('searchbox', { name: 'Search tickets' }).fill('urgent printer');
  await expect(page.getByText(/^\d+ of 240 tickets$/)).not.toHaveText('240 of 240 tickets');
  for (const text of await rows.allTextContents()) expect(text).toMatch(/Printer.*Urgent/);
});

test('a form with mistakes says what is missing, and leads to the first of them', async () => {
  await page.getByLabel('Email').fill('ada');
  await page.getByLabel('Account PIN').fill('12');
  await page.getByRole('button', { name: 'Create ticket' }).click();
  const problems = {
    'Customer name': 'Enter the name of the customer.',
    Email: 'Enter an email address, such as ada@example.com.',
    Description: 'Describe what the customer needs.',
    'Account PIN': 'A PIN has 4 to 8 digits.',
  };
  for (const [label, problem] of Object.entries(problems)) {
    await expect(page.getByLabel(label)).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel(label)).toHaveAccessibleDescription(problem);
  }
  await expect(page.getByLabel('Customer name')).toBeFocused();
  await page.getByLabel('Customer name').fill('Ada');
  await expect(page.getByLabel('Customer name')).not.toHaveAttribute('aria-invalid');
  await page.getByRole('button', { name: 'Clear form' }).click();
  for (const label of Object.keys(problems)) {
    await expect(page.getByLabel(label)).toHaveValue('');
    await expect(page.getByLabel(label)).not.toHaveAttribute('aria-invalid');
  }
  expect((await practice.record()).filter(({ kind }) => kind === 'submitted')).toEqual([]);
});

test('a ticket is created by keyboard alone, and the focus comes back to where it was', async () => {
  const { keyboard } = page;
  await page.getByLabel('Customer name').focus();
  await keyboard.type('Ada Lovelace');
  await keyboard.press('Tab');
  await keyboard.type('ada@example.com');
  await keyboard.press('Tab');
  await keyboard.type('U');
  await keyboard.press('Tab');
  await keyboard.type('N');
  await keyboard.press('Tab');
  await keyboard.type('04302025');
  await page.getByLabel('Account PIN').focus();
  await keyboard.press('Tab');
  await keyboard.type('No network.');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Clear form' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Create this ticket?' });
  await expect(dialog).toBeVisible();
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Create ticket' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Ticket #1301 created');
  await expect(page.locator('tbody tr').first()).toContainText('#1301No network.Ada LovelaceUrgent');
  await expect(page.getByLabel('Customer name')).toHaveValue('');
  expect((await practice.record()).at(-1)).toEqual({
    kind: 'submitted',
    ticket: {
      customer: 'Ada Lovelace',
      email: 'ada@example.com',
      priority: 'Urgent',
      category: 'Network',
      due: '2025-04-30',
      notify: true,
      description: 'No network.',
      hasPin: false,
    },
  });
});

test('the menus follow arrows, Home, End, letters and Escape', async () => {
  const { keyboard } = page;
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.getByRole('menuitem', { name: 'File' }).focus();
  const way: [string, string][] = [
    ['ArrowDown', 'New ticket'],
    ['ArrowDown', 'Export list'],
    ['End', 'Close all...'],
    ['ArrowDown', 'New ticket'],
    ['ArrowUp', 'Close all...'],
    ['e', 'Export list'],
    ['ArrowRight', 'Newest first'],
    ['ArrowLeft', 'New ticket'],
    ['Escape', 'File'],
    ['ArrowRight', 'View'],
    ['ArrowUp', 'Compact rows'],
    ['Enter', 'View'],
  ];
  for (const [key, where] of way) {
    await keyboard.press(key);
    await expect.poll(focused, { message: `after ${key}` }).toBe(where);
  }
  await expect(page.getByRole('menu')).toHaveCount(0);
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitemcheckbox', { name: 'Compact rows' })).toBeChecked();
});

test('closing all asks first, and can be called off', async () => {
  await openMenuItem('File', 'Close all...');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(240);
  await openMenuItem('File', 'Close all...');
  await page.getByRole('button', { name: 'Close all', exact: true }).click();
  await expect(page.locator('tbody tr')).toHaveCount(0);
  await expect(page.getByText('No open tickets. Create one with the form.')).toBeVisible();
  expect(await practice.record()).toEqual([
    pressed('menuitem', 'File'),
    pressed('menuitem', 'Close all...'),
    pressed('button', 'Cancel'),
    pressed('menuitem', 'File'),
    pressed('menuitem', 'Close all...'),
    pressed('button', 'Close all'),
  ]);
});

test('the record tells the element that was hit, and only what a person or real input did', async () => {
  await page.getByText('Elif Demir').first().click();
  await page.getByLabel('Notify customer').check();
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('tbody button')?.click());
  expect(await practice.record()).toEqual([
    pressed('row', '#1299 Cannot sign in after the update Elif Demir Low 2025-03-14'),
    { kind: 'changed', element: { role: 'checkbox', name: 'Notify customer' }, value: 'true' },
    { kind: 'changed', element: { role: 'checkbox', name: 'Notify customer' }, value: 'true' },
  ]);
});

test('a reset brings back the first state and an empty record', async () => {
  await page.getByLabel('Customer name').fill('Ada');
  await page.getByLabel('Account PIN').fill('4711');
  await page.getByLabel('Search tickets').fill('printer');
  await page.getByRole('button', { name: 'Refresh list' }).click();
  expect(await practice.record()).not.toEqual([]);
  await practice.reset();
  expect(await practice.record()).toEqual([]);
  for (const label of ['Customer name', 'Account PIN', 'Search tickets'])
    await expect(page.getByLabel(label)).toHaveValue('');
});

test('the page is as confined as the app’s own: no Node, and no way to read its record', async () => {
  const reach = await page.evaluate(() => {
    const bridge = Reflect.get(window, 'supportDesk') as SupportDesk;
    return {
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      bridge: Object.keys(bridge),
      answer: bridge.ready(),
    };
  });
  expect(reach).toEqual({ require: 'undefined', process: 'undefined', bridge: ['ready', 'happened'] });
});
