/** Milliseconds. */
export interface Measured {
  readonly median: number;
  readonly p90: number;
}

/** Runs a piece of work many times, after a few that do not count. */
export function measure(times: number, work: (round: number) => void): Measured {
  for (let round = 0; round < Math.min(5, times); round += 1) work(round);
  const took = Array.from({ length: times }, (_, round) => {
    const began = performance.now();
    work(round);
    return performance.now() - began;
  });
  return summary(took);
}

/** @param took milliseconds, at least one */
export function summary(took: readonly number[]): Measured {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p90: at(0.9) };
}

/** A table with the first column to the left and the others to the right. */
export function printTable(rows: ReadonlyArray<readonly string[]>): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('   '));
  }
}
