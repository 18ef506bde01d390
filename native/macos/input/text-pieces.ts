/** Of text, or of one key that text cannot stand for. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'key'; readonly key: 'Enter' | 'Tab' };

/** In UTF-16 units: programs leave out what goes beyond. */
export const longestPiece = 20;

/** Cuts text into what fits into one event each. What belongs together for a reader is kept together as far as it fits. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let collected = '';
  const flush = () => {
    if (collected !== '') pieces.push({ kind: 'text', text: collected });
    collected = '';
  };
  for (const { segment } of segmenter.segment(text)) {
    const key = keyOf(segment);
    if (key !== null) {
      flush();
      pieces.push({ kind: 'key', key });
    } else if (segment.length > longestPiece) {
      flush();
      pieces.push(...byCodePoints(segment).map((part): Piece => ({ kind: 'text', text: part })));
    } else {
      if (collected.length + segment.length > longestPiece) flush();
      collected += segment;
    }
  }
  flush();
  return pieces;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function keyOf(segment: string): 'Enter' | 'Tab' | null {
  if (segment === '\n' || segment === '\r\n' || segment === '\r') return 'Enter';
  return segment === '\t' ? 'Tab' : null;
}

/** A surrogate pair stays whole even so. */
function byCodePoints(segment: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const point of segment) {
    if (part.length + point.length > longestPiece) {
      parts.push(part);
      part = '';
    }
    part += point;
  }
  return [...parts, part];
}
