import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Launched, launch } from './launch';

let launched: Launched;

test.beforeAll(async () => {
  launched = await launch();
});

test.afterAll(async () => {
  await launched.close();
});

test('a window opens, with the app in it and no error in its console', async () => {
  const { page, pageErrors } = launched;
  await expect(page).toHaveTitle('Interlock');
  await expect(page.locator('#root > *').first()).toBeVisible();
  expect(page.url()).toBe('app://interlock/index.html');
  expect(pageErrors).toEqual([]);
});

test('the app keeps everything in the home that it was given', async () => {
  const { app, home } = launched;
  expect(await app.evaluate(({ app: electron }) => electron.getPath('userData'))).toBe(home);
  expect(await app.evaluate(({ app: electron }) => electron.name)).toBe('Interlock');
});

test('a page has neither Node nor Electron', async () => {
  const kinds = await launched.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].map((name) => typeof Reflect.get(window, name)),
  );
  expect(kinds).toEqual(['undefined', 'undefined', 'undefined', 'undefined']);
});

test('the policy blocks inline script, inline style and script from elsewhere', async () => {
  const { app, page } = launched;
  const policy = await app.evaluate(async ({ net }) => {
    const response = await net.fetch('app://interlock/index.html');
    return response.headers.get('content-security-policy');
  });
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");

  const outcome = await page.evaluate(async () => {
    const blocked: string[] = [];
    const all = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        if (blocked.push(`${effectiveDirective} ${blockedURI}`) === 3) resolve();
      });
    });
    const inline = document.createElement('script');
    inline.textContent = 'window.injected = true';
    const elsewhere = document.createElement('script');
    elsewhere.src = 'data:text/javascript,window.injected = true';
    const style = document.createElement('style');
    style.textContent = 'body { outline: 1px solid red }';
    document.body.append(inline, elsewhere, style);
    await all;
    for (const element of [inline, elsewhere, style]) element.remove();
    return { blocked: blocked.toSorted(), injected: Reflect.has(window, 'injected') };
  });
  expect(outcome).toEqual({
    blocked: ['script-src-elem data', 'script-src-elem inline', 'style-src-elem inline'],
    injected: false,
  });
});

test('the app’s scheme serves the built pages and nothing beside them', async () => {
  const statuses = await launched.app.evaluate(async ({ net }) => {
    const addresses = [
      'app://interlock/index.html',
      'app://interlock/%2e%2e/main/index.js',
      'app://interlock/..%2f..%2fpackage.json',
      'app://interlock/..%5c..%5cpackage.json',
      'app://interlock//etc/passwd',
      'app://elsewhere/index.html',
      'app://interlock/missing.js',
    ];
    const answers = await Promise.all(addresses.map((address) => net.fetch(address)));
    return answers.map(({ status }) => status);
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404]);
});

test('a page cannot leave, open a window, or be granted a permission', async () => {
  const { app, page } = launched;
  const navigation = await app.evaluateHandle(({ webContents }) => ({
    refused: new Promise<boolean>((resolve) => {
      const contents = webContents.getAllWebContents()[0];
      contents?.once('will-frame-navigate', (event) => resolve(event.defaultPrevented));
    }),
  }));
  const outcome = await page.evaluate(async () => {
    const opened = window.open('https://example.com') !== null;
    const permission = await navigator.permissions.query({ name: 'geolocation' });
    location.href = 'https://example.com/';
    return { opened, geolocation: permission.state };
  });
  expect(outcome).toEqual({ opened: false, geolocation: 'denied' });
  expect(await navigation.evaluate(({ refused }) => refused)).toBe(true);
  expect(page.url()).toBe('app://interlock/index.html');
  expect(app.windows()).toHaveLength(1);
});

test('the window remembers its place', async () => {
  const first = await launch();
  const place = { x: 60, y: 40, width: 900, height: 600 };
  await first.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, place);
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(existsSync(join(first.home, 'window.json'))).toBe(true);

  const second = await launch({ home: first.home });
  const bounds = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  await second.close();
  expect(bounds).toMatchObject({ width: place.width, height: place.height });
});
