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
 * @param {NodeJS.WriteStream} [stream]
 * @returns {Promise<T>}
 */
export async function withProgress(label, work, stream = process.stderr) {
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

  try {
    const result = await work();
    if (shown) stream.write(`${stream.isTTY ? '\r\u001b[2K' : ''}${label}: ${elapsed()}\n`);
    return result;
  } catch (error) {
    if (shown) stream.write(`${stream.isTTY ? '\r\u001b[2K' : ''}${label}: failed after ${elapsed()}\n`);
    throw error;
  } finally {
    clearTimeout(ticker);
    clearInterval(ticker);
  }
}
