const thousands = new Intl.NumberFormat('en-US');

/** `0.4 ms`, `312 ms`, `2.41 s`, `3 min 05 s`, `2 h 14 min`. */
export function durationText(ms: number): string {
  if (ms < 9.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_995) return `${(ms / 1000).toFixed(ms < 9995 ? 2 : 1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}

/** `1 call`, `12,480 calls`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${thousands.format(count)} ${count === 1 ? one : many}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
