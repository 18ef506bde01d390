import type { Connection } from './connection';

/** 32-bit values of a property; empty where there is none. */
export async function numbers(
  connection: Connection,
  window: number,
  name: string,
): Promise<readonly number[]> {
  return words(await read(connection, window, name));
}

/**
 * A part of a property that may be long.
 * @param from no further than the property reaches, in numbers
 * @returns left: how many follow
 */
export async function numbersIn(
  connection: Connection,
  window: number,
  name: string,
  from: number,
  count: number,
): Promise<{ readonly numbers: readonly number[]; readonly left: number }> {
  const { data, bytesAfter } = await part(connection, window, name, from, count);
  return { numbers: words(data), left: Math.floor(bytesAfter / 4) };
}

/** A text property; null where there is none. */
export async function text(connection: Connection, window: number, name: string): Promise<string | null> {
  const data = await read(connection, window, name);
  return data.length === 0 ? null : data.toString('utf8');
}

/** Whether a list of atoms names this one. */
export async function names(
  connection: Connection,
  window: number,
  property: string,
  wanted: string,
): Promise<boolean> {
  const [atoms, atom] = await Promise.all([numbers(connection, window, property), connection.atom(wanted)]);
  return atoms.includes(atom);
}

const ANY_TYPE = 0;

/** In units of four bytes: more than any title or list of windows has. */
const LENGTH = 0x4000;

async function read(connection: Connection, window: number, name: string): Promise<Buffer> {
  const { data } = await part(connection, window, name, 0, LENGTH);
  return data;
}

async function part(connection: Connection, window: number, name: string, from: number, length: number) {
  const atom = await connection.atom(name);
  return connection.ask<{ data: Buffer; bytesAfter: number }>((done) =>
    connection.client.GetProperty(0, window, atom, ANY_TYPE, from, length, done),
  );
}

function words(data: Buffer): readonly number[] {
  return Array.from({ length: Math.floor(data.length / 4) }, (_, n) => data.readUInt32LE(n * 4));
}
