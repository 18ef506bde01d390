/** Stops the active run from anywhere on the desktop. In Electron's words for keys. */
export const stopShortcut = 'CommandOrControl+Alt+.';
