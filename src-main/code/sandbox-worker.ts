import { parentPort } from 'node:worker_threads';
import type { ToSandbox } from './messages';
import { openSandbox, type Sandbox } from './sandbox';

/** A thread of its own: a script that computes for ever costs the app nothing, and is ended from outside. */
if (parentPort === null) throw new Error('the sandbox runs in a thread of its own');
const port = parentPort;

let sandbox: Promise<Sandbox> | null = null;
port.on('message', (message: ToSandbox) => {
  if (message.type === 'run') sandbox = openSandbox(message, (said) => port.postMessage(said));
  else void sandbox?.then((open) => open.hear(message));
});
