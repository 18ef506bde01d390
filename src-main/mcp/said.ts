import { plainLine } from './plain-text';

/** How much of what a server says beside the protocol is kept. */
const mostLines = 30;
const longestLine = 300;
/** A line that never ends is cut into pieces this long. */
const longestPiece = 8_000;

/** The last lines that a server printed. */
export interface Said {
  readonly lines: readonly string[];
  /** A piece of its standard error, ending anywhere. */
  hear(piece: string): void;
  note(line: string): void;
}

/** @param hide takes secrets out of a line. @param heard called when there may be a line more */
export function createSaid(hide: (line: string) => string, heard: () => void): Said {
  const lines: string[] = [];
  let open = '';

  function keep(line: string): void {
    const plain = plainLine(hide(line), longestLine);
    if (plain === '') return;
    lines.push(plain);
    if (lines.length > mostLines) lines.shift();
  }

  return {
    lines,
    hear(piece) {
      const parts = (open + piece).split('\n');
      const last = parts.pop() ?? '';
      open = last.length > longestPiece ? '' : last;
      for (const line of last.length > longestPiece ? [...parts, last] : parts) keep(line);
      heard();
    },
    note(line) {
      keep(line);
      heard();
    },
  };
}
