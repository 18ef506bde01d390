/** What breaks a line, hides text or turns its direction. Tabs and line ends are told apart from it where they may stay. */
const unruly =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/gu;

/** A server's words as a person may be shown them: without what is unseen, and no longer than `most` characters. */
export function plainText(text: string, most: number): string {
  const plain = text
    .slice(0, 4 * most)
    .replaceAll('\r\n', '\n')
    .replace(unruly, ' ')
    .trim();
  return plain.length > most || text.length > 4 * most ? `${plain.slice(0, most - 1)}…` : plain;
}

/** The same on one line. */
export function plainLine(text: string, most: number): string {
  return plainText(text.slice(0, 4 * most).replaceAll(/\s+/g, ' '), most);
}
