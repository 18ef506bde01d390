import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodePng } from './png';
import { decodePng } from './png.fixture';

it.each(['rgb', 'rgba'] as const)('holds every pixel of %s', async (kind) => {
  const bytes = kind.length;
  const picture = fc
    .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
    .chain(({ width, height }) => {
      const length = width * height * bytes;
      const pixels = fc.uint8Array({ minLength: length, maxLength: length });
      return fc.record({ width: fc.constant(width), height: fc.constant(height), pixels });
    });
  await fc.assert(
    fc.asyncProperty(picture, async ({ width, height, pixels }) => {
      expect(decodePng(await encodePng(width, height, pixels, kind))).toEqual({ width, height, pixels });
    }),
  );
});

it('is a file that any reader takes', async () => {
  const png = Buffer.from(await encodePng(1, 1, Uint8Array.of(255, 0, 0)));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  // The end chunk and its sum never change.
  expect(png.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
});
