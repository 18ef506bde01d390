/**
 * What a script finds around it: `tools.NAME(input)`, which gives a promise of what the call gave or throws an Error with the
 * failure's `code`, and `print(...)`. The host's own functions are gone from the global object before its first line runs.
 */
export function prelude(tools: readonly string[], source: string): string {
  return `(() => {
  const call = globalThis.hostCall, write = globalThis.hostPrint;
  delete globalThis.hostCall;
  delete globalThis.hostPrint;
  const text = (value) => typeof value === 'string' ? value : JSON.stringify(value) ?? String(value);
  const tools = {};
  for (const name of ${JSON.stringify(tools)}) {
    tools[name] = (input = {}) => call(name, JSON.stringify(input) ?? 'null').then(JSON.parse, (refused) => {
      const { code, sentence } = JSON.parse(refused);
      throw Object.assign(new Error(code + ': ' + sentence), { code });
    });
  }
  globalThis.tools = Object.freeze(tools);
  globalThis.print = (...values) => write(values.map(text).join(' '));
  globalThis.console = Object.freeze({ log: globalThis.print, error: globalThis.print, warn: globalThis.print });
})();
(async () => {
${source}
})().then((value) => JSON.stringify(value) ?? 'null');`;
}
