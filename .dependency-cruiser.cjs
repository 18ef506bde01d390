/**
 * Who may import whom. `contract` is the shared language; the five capability folders know it and nothing of
 * each other; `agent` sees interfaces; the outermost shell alone knows Electron.
 */

/** Tests, and what is there for tests alone. */
const TEST = '\\.(test|fixture|arbitrary)\\.tsx?$';
const CONTRACT = '^src-main/contract/';

/**
 * A folder of main may import itself, the contract, npm packages, and what `also` lists.
 * @param {string} folder
 * @param {string[]} also
 */
const knowsOnlyContract = (folder, also = []) => ({
  name: `${folder}-knows-only-contract`,
  severity: 'error',
  comment: `${folder} imports contract${also.length > 0 ? ` and ${also.join(', ')}` : ''}, never another folder's insides.`,
  from: { path: `^src-main/${folder}/`, pathNot: TEST },
  to: {
    path: '^(src-main|src-renderer|native|e2e|bench|scripts)/',
    pathNot: [CONTRACT, `^src-main/${folder}/`, ...also],
  },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means that two files have one reason to change. Tests are not exempt.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Every import resolves.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'contract-imports-zod-alone',
      severity: 'error',
      comment: 'The contract runs anywhere: no Node, no Electron, no DOM, no other folder.',
      from: { path: CONTRACT, pathNot: TEST },
      to: { pathNot: [CONTRACT, '^node_modules/zod/'] },
    },
    knowsOnlyContract('scheduler'),
    knowsOnlyContract('providers'),
    knowsOnlyContract('tools', ['^src-main/bridge/(adapter|consent|desk|platform)\\.ts$']),
    knowsOnlyContract('mcp', ['^src-main/tools/(cut|tool)\\.ts$']),
    knowsOnlyContract('bridge', ['^native/']),
    knowsOnlyContract('trace'),
    knowsOnlyContract('consent', ['^src-main/bridge/(consent|platform)\\.ts$']),
    knowsOnlyContract('programs', ['^src-main/bridge/(adapter|platform)\\.ts$']),
    knowsOnlyContract('code', [
      '^src-main/agent/',
      '^src-main/tools/(tool|define-tool)\\.ts$',
      '^src-main/scheduler/index\\.ts$',
    ]),
    knowsOnlyContract('orchestration', [
      '^src-main/agent/',
      '^src-main/tools/(tool|define-tool)\\.ts$',
      '^src-main/scheduler/index\\.ts$',
    ]),
    knowsOnlyContract('demos', ['^src-main/providers/scripted/program\\.ts$']),
    knowsOnlyContract('agent', [
      '^src-main/providers/provider\\.ts$',
      '^src-main/tools/tool\\.ts$',
      '^src-main/scheduler/index\\.ts$',
      '^src-main/bridge/(adapter|consent)\\.ts$',
    ]),
    {
      name: 'electron-in-the-shell-only',
      severity: 'error',
      comment: 'Everything but the outermost shell runs, and is tested, in plain Node.',
      from: {
        pathNot: [
          '^src-main/(index|window|app-protocol|preload|practice-preload)\\.ts$',
          '^src-main/(ipc|practice|shell|bridge/practice)/',
          '^e2e/',
          '^scripts/',
          '^bench/',
        ],
      },
      to: { path: ['^node_modules/electron(-floor)?/', '^electron$'] },
    },
    {
      name: 'renderer-never-imports-main',
      severity: 'error',
      comment: 'The window knows the contract, and hears of the rest by IPC.',
      from: { path: '^src-renderer/', pathNot: TEST },
      to: { path: '^(src-main|native|e2e|bench|scripts)/', pathNot: CONTRACT },
    },
    {
      name: 'renderer-runs-in-a-browser',
      severity: 'error',
      comment: 'The window has no Node.',
      from: { path: '^src-renderer/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'preload-is-one-file',
      severity: 'error',
      comment: 'A sandboxed preload is one bundled file: Electron and the contract, nothing else.',
      from: { path: '^src-main/(practice-)?preload\\.ts$' },
      to: { pathNot: ['^node_modules/electron/', '^electron$', CONTRACT] },
    },
    {
      name: 'native-knows-no-app',
      severity: 'error',
      comment: 'native imports koffi, the D-Bus client, the X11 client and Node built-ins, never the app.',
      from: { path: '^native/', pathNot: TEST },
      to: {
        pathNot: ['^native/', '^node_modules/koffi/', '^node_modules/dbus-native/', '^node_modules/x11/'],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'main-ships-what-it-imports',
      severity: 'error',
      comment: 'What main imports at run time is in dependencies.',
      from: { path: '^(src-main|native)/', pathNot: TEST },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['^node_modules/electron/', '^node_modules/@types/'],
      },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      comment: 'What is there for tests never ships, and no more do the measurements.',
      from: { pathNot: [TEST, '^e2e/', '^bench/'] },
      to: { path: [TEST, '^e2e/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
