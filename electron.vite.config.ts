import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The oldest Electron that is supported is 33: what it brings decides what is compiled to. */
const FLOOR = { node: 'node20.18', chrome: 'chrome130' };

/** Stands in the built pages for the nonce that each answer of the app:// scheme gets. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const at = (path: string) => resolve(import.meta.dirname, path);
const alias = { '@contract': at('src-main/contract') };

/** The entries that are there, by name. */
const present = (entries: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(entries)
      .map(([name, path]) => [name, at(path)] as const)
      .filter(([, path]) => existsSync(path)),
  );

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      target: FLOOR.node,
      outDir: 'out/main',
      externalizeDeps: true,
      sourcemap: true,
      rolldownOptions: {
        // A lane is a process of its own, and a script has a thread of its own: the app starts them from these files.
        input: {
          index: at('src-main/index.ts'),
          'macos-lane': at('native/macos/lane/main.ts'),
          'script-sandbox': at('src-main/code/sandbox-worker.ts'),
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: FLOOR.node,
      outDir: 'out/preload',
      // A sandboxed preload may require nothing but Electron: one CommonJS file each, everything inside.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: present({
          preload: 'src-main/preload.ts',
          'practice-preload': 'src-main/practice-preload.ts',
        }),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    resolve: { alias },
    plugins: [react(), tailwindcss()],
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      target: FLOOR.chrome,
      outDir: at('out/renderer'),
      emptyOutDir: true,
      // An inlined asset would be a data: URL, which the policy allows for images alone.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: present({ index: 'src-renderer/index.html', practice: 'src-renderer/practice/index.html' }),
      },
    },
  },
});
