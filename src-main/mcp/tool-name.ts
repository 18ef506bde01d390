import { createHash } from 'node:crypto';

/** The longest name that every model API takes. */
const longest = 64;

/**
 * The name under which models know a tool: `<server>__<tool>`. One that no API would take, or that is too long, is
 * changed and gets a mark made of what it was, so that it stays the same from run to run and is no other's.
 */
export function toolName(server: string, own: string): string {
  const room = longest - server.length - 2;
  const legal = own.replaceAll(/[^A-Za-z0-9_-]/g, '_');
  if (legal === own && own !== '' && own.length <= room) return `${server}__${own}`;
  const mark = createHash('sha256').update(own).digest('hex').slice(0, 8);
  return `${server}__${legal.slice(0, room - mark.length - 1)}_${mark}`;
}
