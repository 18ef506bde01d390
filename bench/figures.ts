/** Three digits that count: `0.83 ms`, `12.4 ms`, `1,240 ms`. */
export function milliseconds(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ms`;
}

/** `3.2x`: how many times the first is the second. */
export function ratio(value: number, of: number): string {
  return `${(value / of).toFixed(value / of >= 10 ? 0 : 1)}x`;
}
