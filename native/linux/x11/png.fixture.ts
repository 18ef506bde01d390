import { inflateSync } from 'node:zlib';

/** Reads what `encodePng` writes: each line is the difference to the one above. */
export function decodePng(png: Uint8Array): { width: number; height: number; pixels: Uint8Array } {
  const bytes = Buffer.from(png);
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const lines = inflateSync(Buffer.concat(data));
  const line = width * (bytes[25] === 6 ? 4 : 3);
  const pixels = new Uint8Array(line * height);
  for (let n = 0; n < pixels.length; n += 1) {
    const above = n < line ? 0 : (pixels[n - line] ?? 0);
    pixels[n] = (lines[n + Math.floor(n / line) + 1] ?? 0) + above;
  }
  return { width, height, pixels };
}
