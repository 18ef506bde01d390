import type { Connection } from './connection';

/** 32-bit values of a property; empty where there is none. */
export async function numbers(
  connection: Connection,
  window: number,
  name: string,
): Promise<readonly number[]> {
  const data = await read(connection, window, name);
  return Array.from({ length: Math.floor(data.length / 4) }, (_, n) => data.readUInt32LE(n * 4));
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
  const atom = await connection.atom(name);
  const { data } = await connection.ask<{ data: Buffer }>((done) =>
    connection.client.GetProperty(0, window, atom, ANY_TYPE, 0, LENGTH, done),
  );
  return data;
}
