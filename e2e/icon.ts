import { crc32, deflateSync } from 'node:zlib';

export type Rgb = readonly [red: number, green: number, blue: number];

const size = 32;

/** A round-cornered square with a sheet on it, as a PNG in base64: stands in for the icon of a program. */
export function icon(color: Rgb): string {
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (__, x) => pixel(x, y, color)).flat()]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64');
}

function pixel(x: number, y: number, [red, green, blue]: Rgb): number[] {
  const corner = 6;
  const dx = Math.max(corner - x, x - (size - 1 - corner), 0);
  const dy = Math.max(corner - y, y - (size - 1 - corner), 0);
  const cover = Math.min(1, Math.max(0, corner + 0.5 - Math.hypot(dx, dy)));
  const sheet = x >= 9 && x <= 22 && y >= 7 && y <= 24;
  const line = sheet && x >= 12 && x <= 19 && (y === 11 || y === 15 || y === 19);
  if (line) return [red, green, blue, 255];
  return sheet ? [255, 255, 255, 255] : [red, green, blue, Math.round(255 * cover)];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
