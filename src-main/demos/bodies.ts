/** The line in which a tool tells how it got what follows. */
const heading =
  /^(?:file .+, bytes \d+ to \d+ of \d+|clipboard, \d+ characters|\S+ answered \d{3} .*, characters \d+ to \d+ of .+)$/;

/** What a page, a file or the clipboard says, without the tool's own heading. */
export function bodyOf(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  return (heading.test(first) ? rest.join('\n') : text).trim();
}
