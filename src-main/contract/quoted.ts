/** What JSON leaves as it is, and what yet breaks a line or turns its direction where text is shown. */
const unruly = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A JSON string, on one line and in its own order whatever it holds: what stands on a screen cannot pass for structure. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    unruly,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same, cut to so many characters of text; for sentences. */
export function quotedShort(text: string, limit = 60): string {
  const characters = Array.from(text);
  return quoted(characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : text);
}
