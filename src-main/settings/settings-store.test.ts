import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../contract/settings';
import { openSettings } from './settings-store';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-settings-'));
  file = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openSettings(file, () => new Date('2026-01-02T03:04:05Z'));

describe('openSettings', () => {
  it('begins with defaults and keeps what is changed', async () => {
    const { store, problem } = await open();
    expect([store.current, problem]).toEqual([defaultSettings, null]);
    const changed = { ...defaultSettings, theme: 'dark', textScale: 1.25 } as const;
    expect(await store.change(changed)).toEqual({ ok: true, value: changed });
    expect(store.current).toEqual(changed);
    expect((await open()).store.current).toEqual(changed);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('fills up settings that an older version did not have, without a word', async () => {
    writeFileSync(file, '{"theme":"light"}');
    expect(await open()).toMatchObject({
      store: { current: { ...defaultSettings, theme: 'light' } },
      problem: null,
    });
  });

  it('loads the file of a version that knew one provider', async () => {
    const { openaiModel: _model, openaiApi: _api, openaiBaseUrl: _url, ...older } = defaultSettings;
    const kept = { ...older, provider: 'anthropic', anthropicModel: 'a-model' } as const;
    writeFileSync(file, JSON.stringify(kept));
    expect(await open()).toMatchObject({
      store: { current: { ...defaultSettings, ...kept } },
      problem: null,
    });
  });

  it('keeps a damaged file aside, says so, and uses defaults', async () => {
    writeFileSync(file, '{"theme":');
    const { store, problem } = await open();
    expect(store.current).toEqual(defaultSettings);
    const aside = join(folder, 'settings.json.2026-01-02T03-04-05-000Z.damaged');
    expect(problem).toMatchObject({ code: 'settings_invalid', next: `The old file was kept at ${aside}.` });
    expect(readFileSync(aside, 'utf8')).toBe('{"theme":');
  });

  it('lets one wrong setting cost none of the others', async () => {
    writeFileSync(file, '{"theme":"dark","textScale":"big"}');
    const { store, problem } = await open();
    expect(store.current).toEqual({ ...defaultSettings, theme: 'dark' });
    expect(problem?.sentence).toContain('textScale made no sense');
  });

  it('keeps the last of many changes, however their writes overlap', async () => {
    const { store } = await open();
    const scales = Array.from({ length: 40 }, (_, index) => 0.8 + index / 100);
    const ended: number[] = [];
    await Promise.all(
      scales.map(async (textScale) => {
        await store.change({ ...defaultSettings, textScale });
        ended.push(store.current.textScale);
      }),
    );
    expect(ended).toEqual(scales);
    expect((await open()).store.current.textScale).toBe(scales.at(-1));
  });

  it('says that it could not save, and goes on with what was', async () => {
    const { store } = await openSettings(join(folder, 'none', 'settings.json'), () => new Date());
    const changed = await store.change({ ...defaultSettings, theme: 'dark' });
    expect(changed).toMatchObject({ ok: false, failure: { code: 'io_failed' } });
    expect(store.current.theme).toBe('system');
  });
});
