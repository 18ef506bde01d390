import { describe, expect, it } from 'vitest';
import { planSetup } from '../bootstrap.mjs';
import { fallbackIsPossible, verifySum } from './electron-fallback.mjs';
import { reasonOf } from './electron-official.mjs';
import { explain } from './npm-packages.mjs';
import { missingPackages, sonamesIn } from './system-libraries.mjs';
import { adviceOn, missingAmong } from './test-programs.mjs';

describe('planSetup', () => {
  const done = {
    packagesCurrent: true,
    electronReady: true,
    missing: [],
    missingForTests: [],
    electronNeeded: true,
    testsNeeded: false,
  };

  it('plans nothing where all is there', () => {
    expect(planSetup(done)).toEqual([]);
  });

  it('gets Electron again after the packages, which take its link with them', () => {
    expect(planSetup({ ...done, packagesCurrent: false })).toEqual(['packages', 'electron']);
  });

  it('begins with the system libraries on a fresh machine', () => {
    const fresh = { ...done, packagesCurrent: false, electronReady: false, missing: [['xvfb']] };
    expect(planSetup(fresh)).toEqual(['system', 'packages', 'electron']);
  });

  it('leaves Electron and its libraries alone where packages are enough', () => {
    const fresh = { ...done, packagesCurrent: false, electronReady: false, missing: [['xvfb']] };
    expect(planSetup({ ...fresh, electronNeeded: false })).toEqual(['packages']);
  });

  it('gets the programs for the tests where tests are asked for alone', () => {
    const bare = { ...done, missingForTests: [['zenity']] };
    expect(planSetup(bare)).toEqual([]);
    expect(planSetup({ ...bare, testsNeeded: true })).toEqual(['programs']);
  });
});

describe('a failed npm ci', () => {
  it.each([
    ['npm error code ENOTFOUND', 'npm_offline'],
    ['npm error code ETIMEDOUT', 'npm_offline'],
    [
      'npm error `npm ci` can only install packages when your package.json and lock are in sync',
      'lock_out_of_step',
    ],
    ['npm error code EINTEGRITY', 'npm_failed'],
  ])('%s is told as %s', (output, code) => {
    expect(explain({ code: 1, output, timedOut: false }).code).toBe(code);
  });

  it('is told as npm_missing where npm could not start', () => {
    expect(explain({ code: null, output: 'spawn npm ENOENT', timedOut: false }).code).toBe('npm_missing');
  });
});

describe('the download of Electron', () => {
  it.each([
    ['TypeError: fetch failed\n  cause: getaddrinfo ENOTFOUND', 'unreachable'],
    ['The download of Electron stood still for 10 seconds.', 'unreachable'],
    ['Error: Generated checksum for "electron.zip" did not match expected checksum.', 'checksum'],
    ['Error: EACCES: permission denied', 'other'],
  ])('%j is %s', (output, reason) => {
    expect(reasonOf(output)).toBe(reason);
  });

  it('refuses a fallback of another sum', () => {
    expect(() => verifySum('AAAA')).toThrow(expect.objectContaining({ code: 'electron_checksum' }));
  });

  it('has a fallback on linux-x64 alone', () => {
    expect(fallbackIsPossible('linux', 'x64')).toBe(true);
    expect(fallbackIsPossible('linux', 'arm64')).toBe(false);
    expect(fallbackIsPossible('darwin', 'x64')).toBe(false);
  });
});

describe('missingPackages', () => {
  const ldconfig = '2 libs found in cache\n\tlibgtk-3.so.0 (libc6,x86-64) => /lib/libgtk-3.so.0\n';

  it('reads what is there', () => {
    expect(sonamesIn(ldconfig)).toEqual(new Set(['libgtk-3.so.0']));
  });

  it('names packages by all their names, for what is not there alone', () => {
    const missing = missingPackages({
      sonames: sonamesIn(ldconfig),
      commands: new Set(['xauth', 'unzip']),
      hasFonts: false,
    }).flat();
    expect(missing).toEqual(expect.arrayContaining(['libnss3', 'xvfb', 'fonts-dejavu-core']));
    expect(missing).not.toContain('libgtk-3-0');
    expect(missing).not.toContain('unzip');
  });
});

describe('the programs for the tests', () => {
  const programs = [
    { proof: 'zenity', packages: ['zenity'], everywhere: true },
    { proof: '/usr/include/stdio.h', packages: ['libc6-dev'], everywhere: false },
    { proof: 'chromium', packages: ['chromium', 'chromium-browser'], everywhere: false },
  ];

  it('are all there, or named by what is missing', () => {
    expect(missingAmong(programs, () => true)).toEqual({ missing: [], missingEverywhere: [] });
    expect(missingAmong(programs, () => false)).toEqual({
      missing: [['zenity'], ['libc6-dev'], ['chromium', 'chromium-browser']],
      missingEverywhere: ['zenity'],
    });
  });

  it('do not keep the stage from running where the few tests that need one can be skipped', () => {
    expect(missingAmong(programs, (proof) => proof === 'zenity').missingEverywhere).toEqual([]);
  });

  it('are asked for with the exact command where setup may not install', () => {
    const advice = adviceOn([['zenity'], ['chromium', 'chromium-browser']], 'not_allowed');
    expect(advice).toContain('zenity chromium');
    expect(advice).not.toContain('chromium-browser');
  });
});
