// Runs the electron package's own installer, with a limit on waiting: it has none, and a blocked network would hold
// it for minutes. Started as a process of its own by electron-official.mjs.

import { createRequire } from 'node:module';
import { inModules } from '../paths.mjs';

/** No answer, or no further bytes, for this long means that the download host is out of reach. */
const SILENCE_MS = 10_000;

const plainFetch = globalThis.fetch;

/** @type {typeof fetch} */
globalThis.fetch = async (input, init) => {
  const silence = setTimeout(() => {
    console.error(`The download of Electron stood still for ${SILENCE_MS / 1_000} seconds.`);
    process.exit(1);
  }, SILENCE_MS);
  try {
    const response = await plainFetch(input, init);
    silence.refresh();
    if (response.body === null) return response;
    const watched = response.body.pipeThrough(
      new TransformStream({
        transform(chunk, controller) {
          silence.refresh();
          controller.enqueue(chunk);
        },
        flush: () => clearTimeout(silence),
      }),
    );
    return new Response(watched, {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    });
  } catch (error) {
    clearTimeout(silence);
    throw error;
  }
};

createRequire(import.meta.url)(inModules('electron/install.js'));
