/** What every window's page may do: nothing but what its one-file preload hands it. @param preload absolute path */
export const webPreferences = (preload: string) => ({
  preload,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
});
