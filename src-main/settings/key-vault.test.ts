import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cipher, openKeyVault } from './key-vault';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-key-'));
  file = join(folder, 'anthropic-key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Stands for the system's key store: reverses the text, and knows its own work by its first letter. */
const reversing: Cipher = {
  unsafe: async () => null,
  encrypt: async (text) => Buffer.from(`!${text.split('').toReversed().join('')}`),
  decrypt: async (bytes) => {
    const text = Buffer.from(bytes).toString();
    if (!text.startsWith('!')) throw new Error('not mine');
    return text.slice(1).split('').toReversed().join('');
  },
};

describe('openKeyVault', () => {
  it('has none at first, keeps one encrypted and for its owner alone, and forgets it', async () => {
    const { vault } = await openKeyVault('anthropic', { home: folder, cipher: reversing, environment: {} });
    expect([vault.source, vault.key().ok, vault.literals()]).toEqual(['none', false, []]);
    expect(await vault.store('sk-secret')).toEqual({ ok: true, value: 'stored' });
    expect(readFileSync(file, 'utf8')).not.toContain('sk-secret');
    expect(statSync(file).mode & 0o077).toBe(0);

    const again = await openKeyVault('anthropic', {
      home: folder,
      cipher: reversing,
      environment: { ANTHROPIC_API_KEY: '  ' },
    });
    expect(again.problem).toBeNull();
    expect(again.vault.key()).toEqual({ ok: true, value: 'sk-secret' });
    expect(await again.vault.forget()).toEqual({ ok: true, value: 'none' });
    expect(existsSync(file)).toBe(false);
  });

  it('prefers the environment, and hides both keys from traces', async () => {
    await (await openKeyVault('anthropic', { home: folder, cipher: reversing, environment: {} })).vault.store(
      'sk-stored',
    );
    const { vault } = await openKeyVault('anthropic', {
      home: folder,
      cipher: reversing,
      environment: { ANTHROPIC_API_KEY: 'sk-environment' },
    });
    expect([vault.source, vault.key()]).toEqual(['environment', { ok: true, value: 'sk-environment' }]);
    expect(vault.literals()).toEqual(['sk-environment', 'sk-stored']);
    expect(await vault.forget()).toEqual({ ok: true, value: 'environment' });
  });

  it('hides a key from the traces of runs that began with it, also once it is replaced or forgotten', async () => {
    const { vault } = await openKeyVault('anthropic', { home: folder, cipher: reversing, environment: {} });
    await vault.store('sk-first');
    await vault.store('sk-second');
    await vault.forget();
    expect(vault.literals()).toEqual(['sk-first', 'sk-second']);
  });

  it("keeps each owner's key apart", async () => {
    const opening = { home: folder, cipher: reversing, environment: { OPENAI_API_KEY: 'sk-openai' } };
    await (await openKeyVault('anthropic', opening)).vault.store('sk-ant');
    const { vault } = await openKeyVault('openai', opening);
    expect([vault.source, vault.key()]).toEqual(['environment', { ok: true, value: 'sk-openai' }]);
    await vault.store('sk-stored');
    await vault.forget();
    expect((await openKeyVault('anthropic', opening)).vault.key()).toEqual({ ok: true, value: 'sk-ant' });
    const none = await openKeyVault('openai', { ...opening, environment: {} });
    expect(none.vault.key()).toMatchObject({
      failure: {
        sentence: 'There is no OpenAI key.',
        next: 'Store one in the settings, or set OPENAI_API_KEY.',
      },
    });
  });

  it('stores nothing where it would lie in the open, and says what to do instead', async () => {
    const open: Cipher = { ...reversing, unsafe: async () => 'this desktop has no keyring' };
    const { vault } = await openKeyVault('anthropic', { home: folder, cipher: open, environment: {} });
    expect(await vault.store('sk-secret')).toEqual({
      ok: false,
      failure: {
        code: 'key_unavailable',
        sentence: 'The key was not stored: this desktop has no keyring.',
        next: 'Set ANTHROPIC_API_KEY for Interlock instead.',
      },
    });
    expect(existsSync(file)).toBe(false);
  });

  it('says that a stored key can no longer be read, and goes on without', async () => {
    writeFileSync(file, 'from another machine');
    const { vault, problem } = await openKeyVault('anthropic', {
      home: folder,
      cipher: reversing,
      environment: {},
    });
    expect(problem?.code).toBe('key_unavailable');
    expect(vault.source).toBe('none');
  });
});
