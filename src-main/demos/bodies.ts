/**
 * What a tool's result says, without the fence around it and the lines that only tell how it was got: as a model reads
 * `<http-response ...>`, a status line, the body.
 */
export function bodyOf(text: string): string {
  const lines = text.split('\n').filter((line) => !fence.test(line) && !statusLine.test(line));
  return lines.join('\n').trim();
}

const fence = /^<\/?[a-z][a-z-]*(?: [^>]*)?>$/;
const statusLine = /^(?:HTTP\/[\d.]+ )?\d{3}(?: [A-Za-z][\w -]*)?$|^(?:status|content-type|url): /i;
