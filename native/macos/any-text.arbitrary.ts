import fc from 'fast-check';

/** Any text that UTF-8 has bytes for, without NUL, rich in what is easily cut in two. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  const point = fc.oneof(
    fc.integer({ min: 1, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
    fc.integer({ min: 0x20, max: 0x7e }),
  );
  const unit = fc.oneof(
    point.map((code) => String.fromCodePoint(code)),
    fc.constantFrom('\n', '\t', '\r\n', '😀', '👩‍👩‍👧‍👦', 'é', '\u0301', '語'),
  );
  return fc.array(unit, { maxLength }).map((units) => units.join(''));
}
