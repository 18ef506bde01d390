import { asNothing, type Read } from './wire';

/** One call on an object, and how its answer is read. */
export interface Request<T> {
  readonly interface: string;
  readonly member: string;
  readonly signature: string;
  readonly body: readonly unknown[];
  readonly read: Read<T>;
}

/** The interfaces of AT-SPI, by their last word: `Component` is `org.a11y.atspi.Component`. */
const prefix = 'org.a11y.atspi.';
const properties = 'org.freedesktop.DBus.Properties';

export function method<T>(
  of: string,
  member: string,
  read: Read<T>,
  signature = '',
  body: readonly unknown[] = [],
): Request<T> {
  return { interface: `${prefix}${of}`, member, signature, body, read };
}

export function property<T>(of: string, name: string, read: Read<T>): Request<T> {
  return { interface: properties, member: 'Get', signature: 'ss', body: [`${prefix}${of}`, name], read };
}

export function allProperties<T>(of: string, read: Read<T>): Request<T> {
  return { interface: properties, member: 'GetAll', signature: 's', body: [`${prefix}${of}`], read };
}

/** @param type the D-Bus signature of the value */
export function setProperty(of: string, name: string, type: string, value: unknown): Request<null> {
  const body = [`${prefix}${of}`, name, [type, value]];
  return { interface: properties, member: 'Set', signature: 'ssv', body, read: asNothing };
}
