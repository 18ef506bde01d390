// Imported first by every command: it has to run, and be readable, on a Node too old for the rest.

const NEEDED = { major: 20, minor: 19 };

/**
 * @param {string} version as in process.versions.node, e.g. "20.20.2"
 * @returns {boolean}
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor);
}

if (!isNewEnough(process.versions.node)) {
  console.error(
    `Interlock needs Node ${NEEDED.major}.${NEEDED.minor} or newer, and this is ${process.versions.node}.\n` +
      'Next: install a newer Node (version 20 or later) and run the command again.',
  );
  process.exit(1);
}
