import { serve } from './serve';

/**
 * A lane as a process of its own, so that a program that hangs makes nothing else wait. In a utility process of Electron the
 * line to the app is `parentPort`; in a child process of Node it is the process itself.
 */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', heard: (event: { readonly data: unknown }) => void): void;
}

const { parentPort } = process as { readonly parentPort?: ParentPort };

if (parentPort === undefined) {
  serve({
    send: (message) => {
      process.send?.(message);
    },
    listen: (heard) => process.on('message', heard),
  });
  process.on('disconnect', () => process.exit(0));
} else {
  serve({
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between processes has no origin
    send: (message) => parentPort.postMessage(message),
    listen: (heard) => parentPort.on('message', ({ data }) => heard(data)),
  });
}
