import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, fileFor } from './renderer-files';

const ROOT = resolve('/srv/renderer');

describe('fileFor', () => {
  it('finds pages and assets', () => {
    expect(fileFor(ROOT, 'app://interlock/index.html')?.path).toBe(join(ROOT, 'index.html'));
    expect(fileFor(ROOT, 'app://interlock/')?.path).toBe(join(ROOT, 'index.html'));
    expect(fileFor(ROOT, 'app://interlock/practice/')?.path).toBe(join(ROOT, 'practice', 'index.html'));
    expect(fileFor(ROOT, 'app://interlock/assets/a.js?v=1#x')).toEqual({
      path: join(ROOT, 'assets', 'a.js'),
      type: 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'app://interlock/..%2f..%2fpackage.json',
    'app://interlock/..%5c..%5cpackage.json',
    'app://interlock/%00.html',
    'app://interlock/%E0%A4%A.html',
    'app://interlock/assets/index.js.map',
    'not an address',
  ])('refuses %s', (address) => {
    expect(fileFor(ROOT, address)).toBeNull();
  });

  it('never names a file outside of its root', () => {
    const step = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '..%2f',
      '%5c',
      'a',
      'index.html',
      '%252e%252e',
      '',
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const file = fileFor(ROOT, `app://interlock/${steps.join('/')}`);
        expect(file === null || file.path.startsWith(join(ROOT, '/'))).toBe(true);
      }),
    );
  });
});

it('allows no script but our own files', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self' 'nonce-abc';");
  expect(policy).not.toContain('unsafe');
});
