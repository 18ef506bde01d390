import { join } from 'node:path';
import type { Home } from './home';

/** Variables of the person's own session that would lead a program back to it, or change how it takes input. */
const foreign = [
  'AT_SPI_BUS_ADDRESS',
  'DBUS_SESSION_BUS_ADDRESS',
  'DESKTOP_STARTUP_ID',
  'DISPLAY',
  'ELECTRON_RUN_AS_NODE',
  'GTK_IM_MODULE',
  'GTK_MODULES',
  'GTK_THEME',
  'LANGUAGE',
  'LC_ALL',
  'NO_AT_BRIDGE',
  'QT_IM_MODULE',
  'SESSION_MANAGER',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_CURRENT_DESKTOP',
  'XMODIFIERS',
] as const;

/**
 * What a program has to be given so that it lives on this desktop. GTK 4 draws in software: where it looks for a GPU
 * first, walking its tree takes minutes.
 */
export function variablesOf(home: Home, address: Address): Readonly<Record<string, string>> {
  return {
    ...(address.display !== null && { DISPLAY: address.display }),
    ...(address.sessionBus !== null && { DBUS_SESSION_BUS_ADDRESS: address.sessionBus }),
    HOME: home.home,
    XDG_CONFIG_HOME: home.config,
    XDG_CACHE_HOME: join(home.home, '.cache'),
    XDG_DATA_HOME: join(home.home, '.local', 'share'),
    XDG_STATE_HOME: join(home.home, '.local', 'state'),
    XDG_RUNTIME_DIR: home.runtime,
    XDG_SESSION_TYPE: 'x11',
    GDK_BACKEND: 'x11',
    GTK_A11Y: 'atspi',
    GSK_RENDERER: 'cairo',
    GTK_USE_PORTAL: '0',
    GIO_USE_VFS: 'local',
    GSETTINGS_BACKEND: 'keyfile',
    LANG: 'C.UTF-8',
  };
}

/** What is known of the desktop so far. */
export interface Address {
  readonly display: string | null;
  readonly sessionBus: string | null;
}

/** A whole environment: the person's own, without what leads back, and with the desktop's variables. */
export function environmentWith(
  own: Readonly<Record<string, string | undefined>>,
  variables: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = Object.entries(own).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !isForeign(entry[0]),
  );
  return { ...Object.fromEntries(kept), ...variables };
}

/** Lines for a shell, with which a person points programs at this desktop. */
export function shellLines(variables: Readonly<Record<string, string>>): string[] {
  return [
    `unset ${foreign.filter((name) => !(name in variables)).join(' ')}`,
    ...Object.entries(variables).map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`),
  ];
}

function isForeign(name: string): boolean {
  return (foreign as readonly string[]).includes(name);
}
