import type { FromSandbox, ToSandbox } from './messages';
import type { SpawnSandbox } from './run-script';
import { openSandbox, type Sandbox } from './sandbox';

/** The real interpreter without a thread of its own: for tests of what a script may do. */
export const inThisThread: SpawnSandbox = () => {
  let heard: (message: FromSandbox) => void = () => undefined;
  let sandbox: Promise<Sandbox> | null = null;
  return {
    send(message: ToSandbox) {
      if (message.type === 'run') sandbox = openSandbox(message, (said) => heard(said));
      else void sandbox?.then((open) => open.hear(message));
    },
    onMessage(hear) {
      heard = hear;
    },
    onGone: () => undefined,
    kill: () => undefined,
  };
};
