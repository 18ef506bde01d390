import type { Ref } from './ref';
import { method } from './request';
import { asBoolean, asNothing, asNumber, asString } from './wire';

/** Its children are the programs. */
export const desktopRoot: Ref = { bus: 'org.a11y.atspi.Registry', path: '/org/a11y/atspi/accessible/root' };
export const registry: Ref = { bus: 'org.a11y.atspi.Registry', path: '/org/a11y/atspi/registry' };
/** On the session bus. */
export const launcher: Ref = { bus: 'org.a11y.Bus', path: '/org/a11y/bus' };
export const daemon: Ref = { bus: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };

/** @param kind `object:` and `window:` are whole families */
export function registerEvent(kind: string) {
  return method('Registry', 'RegisterEvent', asNothing, 'sass', [kind, [], '']);
}

export function deregisterEvent(kind: string) {
  return method('Registry', 'DeregisterEvent', asNothing, 's', [kind]);
}

/** The address of the accessibility bus. */
export const getAddress = {
  interface: 'org.a11y.Bus',
  member: 'GetAddress',
  signature: '',
  body: [],
  read: asString,
};

const enabledOf = ['org.a11y.Status', 'IsEnabled'];

/** Some programs build no tree until this is true, and Chromium looks only once, as it starts. */
export const isEnabled = {
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Get',
  signature: 'ss',
  body: enabledOf,
  read: asBoolean,
};
export const enable = {
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Set',
  signature: 'ssv',
  body: [...enabledOf, ['b', true]],
  read: asNothing,
};

export function getPid(bus: string) {
  return {
    interface: 'org.freedesktop.DBus',
    member: 'GetConnectionUnixProcessID',
    signature: 's',
    body: [bus],
    read: asNumber,
  };
}

export function addMatch(rule: string) {
  return {
    interface: 'org.freedesktop.DBus',
    member: 'AddMatch',
    signature: 's',
    body: [rule],
    read: asNothing,
  };
}
