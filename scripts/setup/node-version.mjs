// Imported first by every command: it has to run, and be readable, on a Node too old for the rest.

const NEEDED = [20, 19];

/**
 * @param {string} version as in process.versions.node, e.g. "20.20.2"
 * @returns {boolean}
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

if (!isNewEnough(process.versions.node)) {
  console.error(
    `Interlock needs Node ${NEEDED.join('.')} or newer, and this is ${process.versions.node}.\n` +
      'Next: install a newer Node (version 20 or later) and run the command again.',
  );
  process.exit(1);
}
