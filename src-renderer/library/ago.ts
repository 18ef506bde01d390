const units = [
  ['years', 31_536_000],
  ['months', 2_592_000],
  ['days', 86_400],
  ['h', 3_600],
  ['min', 60],
] as const;

/** How long before `now`, both in milliseconds since 1970: `just now`, `5 min ago`, `yesterday`. */
export function ago(then: number, now: number): string {
  const seconds = Math.max(0, (now - then) / 1000);
  for (const [unit, length] of units) {
    const count = Math.floor(seconds / length);
    if (count === 1 && unit.endsWith('s'))
      return unit === 'days' ? 'yesterday' : `1 ${unit.slice(0, -1)} ago`;
    if (count >= 1) return `${count} ${unit} ago`;
  }
  return 'just now';
}

const exactly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

export function exactTime(then: number): string {
  return exactly.format(then);
}
