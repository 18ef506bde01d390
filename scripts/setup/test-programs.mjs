import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { byHand, installWithApt, isOnPath } from './apt.mjs';

/** @typedef {import('./apt.mjs').PackageNames} PackageNames */

/**
 * @typedef {object} TestProgram
 * @property {string} proof a command, or a file by its whole path, that proves that the package is there
 * @property {PackageNames} packages
 * @property {boolean} everywhere whether the desktop stage is skipped without it. False: the few tests that need it are
 */

/** What a private desktop itself is made of. Its own code names the packages from the same list. */
const DESKTOP = join(ROOT, 'native/linux/private-desktop/programs.json');

/** @returns {TestProgram[]} */
function testPrograms() {
  /** @type {{ desktop: { program: string, package: string }[], libexecFolders: string[] }} */
  const list = JSON.parse(readFileSync(DESKTOP, 'utf8'));
  const everywhere = true;
  return [
    ...list.desktop.map(({ program, package: name }) => ({
      proof: inLibexec(program, list.libexecFolders) ?? program,
      packages: [name],
      everywhere,
    })),
    { proof: 'mousepad', packages: ['mousepad'], everywhere },
    { proof: 'galculator', packages: ['galculator'], everywhere },
    { proof: 'zenity', packages: ['zenity'], everywhere },
    { proof: 'gtk3-widget-factory', packages: ['gtk-3-examples'], everywhere },
    { proof: 'gtk4-widget-factory', packages: ['gtk-4-examples'], everywhere },
    { proof: 'xdotool', packages: ['xdotool'], everywhere },
    { proof: '/usr/share/icons/Adwaita/index.theme', packages: ['adwaita-icon-theme'], everywhere },
    { proof: '/etc/X11/Xsession.d/90atk-adaptor', packages: ['libatk-adaptor'], everywhere: false },
    { proof: '/usr/lib/python3/dist-packages/gi/__init__.py', packages: ['python3-gi'], everywhere: false },
    { proof: '/usr/share/doc/gir1.2-gtk-3.0', packages: ['gir1.2-gtk-3.0'], everywhere: false },
    { proof: '/usr/share/doc/gir1.2-gtk-4.0', packages: ['gir1.2-gtk-4.0'], everywhere: false },
    { proof: 'chromium', packages: ['chromium', 'chromium-browser'], everywhere: false },
    { proof: 'cc', packages: ['gcc'], everywhere: false },
    { proof: '/usr/include/stdio.h', packages: ['libc6-dev'], everywhere: false },
  ];
}

/**
 * @param {string} program
 * @param {readonly string[]} folders
 */
function inLibexec(program, folders) {
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/**
 * @param {readonly TestProgram[]} programs
 * @param {(proof: string) => boolean} isThere
 * @returns {{ missing: PackageNames[], missingEverywhere: string[] }} missing: all that could be installed;
 * missingEverywhere: by newest name, what the desktop tests cannot begin without
 */
export function missingAmong(programs, isThere) {
  const missing = programs.filter(({ proof }) => !isThere(proof));
  return {
    missing: missing.map(({ packages }) => packages),
    missingEverywhere: missing
      .filter(({ everywhere }) => everywhere)
      .map(({ packages }) => packages[0] ?? ''),
  };
}

/** @returns {PackageNames[]} always empty outside Linux */
export function missingTestPackages() {
  return process.platform === 'linux' ? missingAmong(testPrograms(), isThere).missing : [];
}

/** @returns {string[]} what the desktop tests cannot begin without */
export function missingForDesktopTests() {
  return process.platform === 'linux' ? missingAmong(testPrograms(), isThere).missingEverywhere : ['Linux'];
}

/** @param {string} proof */
function isThere(proof) {
  return proof.startsWith('/') ? existsSync(proof) : isOnPath(proof);
}

/**
 * Installs them where it may. Where it may not, or cannot, it says what a person could do, and goes on.
 * @param {readonly PackageNames[]} missing
 * @param {(line: string) => void} say
 */
export async function installTestPackages(missing, say) {
  const { kind } = await installWithApt(missing, { leaveUnknown: true });
  if (kind !== 'installed') say(adviceOn(missing, kind));
}

/**
 * @param {readonly PackageNames[]} missing
 * @param {'not_allowed' | 'failed'} kind
 */
export function adviceOn(missing, kind) {
  const names = missing.map((alternatives) => alternatives[0]).join(' ');
  const why = kind === 'failed' ? ', and apt could not install them' : '';
  return `Tests on real programs need what is not here${why}: ${names}. ${byHand(missing.map((n) => n.slice(0, 1)))}`;
}
