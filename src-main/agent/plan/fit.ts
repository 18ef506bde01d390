/** Cuts the longest of the texts, so that together they have no more than `most` characters and the short ones stay whole. */
export function fitted(texts: readonly string[], most: number): string[] {
  const each = longestAllowed(
    texts.map(({ length }) => length),
    most,
  );
  return texts.map((text) => {
    if (text.length <= each) return text;
    return `${text.slice(0, each)}\n(cut: ${text.length - each} more characters. Ask for it in a call of its own to see them.)`;
  });
}

/** The length to which the longer ones are cut. */
function longestAllowed(lengths: readonly number[], most: number): number {
  let left = most;
  let open = lengths.length;
  for (const length of lengths.toSorted((a, b) => a - b)) {
    if (length * open > left) return Math.floor(left / open);
    left -= length;
    open -= 1;
  }
  return most;
}
