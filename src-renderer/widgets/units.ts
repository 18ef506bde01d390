/** Thousands grouped, as in `12,400`. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** `3 calls`, `1 call`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A duration with its unit and about three figures: `0.4 ms`, `312 ms`, `4.21 s`, `2 min 05 s`, `1 h 30 min`. */
export function duration(ms: number): string {
  if (ms === 0) return '0 ms';
  if (ms < 9.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(ms < 9_995 ? 2 : 1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** A time since the run began: `+312 ms`, `+4.21 s`. */
export function since(ms: number): string {
  return `+${duration(ms)}`;
}

/** Whole milliseconds, for hovering: `4,213.7 ms`. */
export function exactly(ms: number): string {
  return `${ms.toLocaleString('en-US', { maximumFractionDigits: 3 })} ms`;
}

/** A wall-clock time in the person's own zone, to the millisecond: `2026-03-14 15:09:26.535`. */
export function wallClock(wall: number): string {
  const date = new Date(wall);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day} ${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** US dollars, with the figures that small sums need: `$0.0042`, `$1.25`. */
export function dollars(sum: number): string {
  return `$${sum.toFixed(sum === 0 || sum >= 0.1 ? 2 : 4)}`;
}
