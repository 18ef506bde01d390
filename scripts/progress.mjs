/** After this many milliseconds a step is long enough that a person wants to see it. */
const QUIET_MS = 1_000;
const FRAMES = ['|', '/', '-', '\\'];

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1_000).toFixed(1)} s`;

/**
 * Runs `work` and shows it on `stream` once it takes longer than a second: one self-replacing line with the elapsed
 * time on a terminal, one line at the start and one at the end elsewhere.
 *
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @param {{ stream?: NodeJS.WriteStream, tellEnd?: boolean }} [options] `tellEnd: false` where the caller does
 * @returns {Promise<T>}
 */
export async function withProgress(label, work, { stream = process.stderr, tellEnd = true } = {}) {
  const begun = performance.now();
  const elapsed = () => seconds(performance.now() - begun);
  let frame = 0;
  let shown = false;

  const draw = () => {
    if (stream.isTTY) {
      frame = (frame + 1) % FRAMES.length;
      stream.write(`\r\u001b[2K${FRAMES[frame]} ${label} ${elapsed()}`);
    } else if (!shown) {
      stream.write(`${label} ...\n`);
    }
    shown = true;
  };
  let ticker = setTimeout(() => {
    draw();
    ticker = setInterval(draw, 100);
  }, QUIET_MS);

  /** @param {string} line */
  const end = (line) => {
    if (shown && stream.isTTY) stream.write('\r\u001b[2K');
    if (shown && tellEnd) stream.write(`${line}\n`);
  };
  try {
    const result = await work();
    end(`${label}: ${elapsed()}`);
    return result;
  } catch (error) {
    end(`${label}: failed after ${elapsed()}`);
    throw error;
  } finally {
    clearTimeout(ticker);
    clearInterval(ticker);
  }
}
