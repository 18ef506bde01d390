import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { windowManagerSettings } from './window-manager';

/** The folders of a desktop of its own, and the settings in them. */
export interface Home {
  /** Holds all of it. */
  readonly folder: string;
  readonly home: string;
  readonly config: string;
  /** The session's sockets. Everybody else is kept out, or D-Bus refuses it. */
  readonly runtime: string;
  /** A file. */
  readonly windowManager: string;
}

const ownerOnly = { mode: 0o700, recursive: true } as const;

/** Accessibility on, for the programs that look it up in GSettings. */
const settings = '[org/gnome/desktop/interface]\ntoolkit-accessibility=true\n';

/** Nothing moves by itself, so that a screen is at rest when nobody acts. */
const toolkit =
  '[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\ngtk-recent-files-enabled=false\n';

/** Makes them, mode 700, below the system's folder for temporary files. */
export function makeHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-desktop-'));
  const home = join(folder, 'home');
  const config = join(home, '.config');
  const runtime = join(folder, 'runtime');
  for (const each of [home, config, runtime]) mkdirSync(each, ownerOnly);
  write(join(config, 'glib-2.0', 'settings'), 'keyfile', settings);
  write(join(config, 'gtk-3.0'), 'settings.ini', toolkit);
  write(join(config, 'gtk-4.0'), 'settings.ini', toolkit);
  write(join(config, 'openbox'), 'rc.xml', windowManagerSettings);
  return { folder, home, config, runtime, windowManager: join(config, 'openbox', 'rc.xml') };
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(folder, ownerOnly);
  writeFileSync(join(folder, file), text);
}
