import type { WebContents } from 'electron';
import type { Transport } from './transport';

/** Electron's own debugger as a transport. Attaches at once; works beside other clients. One at a time for a page. */
export function debuggerTransport(contents: WebContents): Transport {
  const { debugger: line } = contents;
  const stops = new Set<() => void>();
  if (!line.isAttached()) line.attach('1.3');

  const until = (stop: () => void) => {
    const once = () => {
      stops.delete(once);
      stop();
    };
    stops.add(once);
    return once;
  };

  return {
    send: (method, params = {}) => line.sendCommand(method, params),
    onEvent: (heard) => {
      const listener = (_event: unknown, method: string, params: unknown) => heard(method, params);
      line.on('message', listener);
      return until(() => line.off('message', listener));
    },
    onGone: (heard) => {
      const detached = (_event: unknown, reason: string) => heard(reason);
      const crashed = () => heard('the page crashed');
      line.once('detach', detached);
      contents.once('render-process-gone', crashed);
      return until(() => {
        line.off('detach', detached);
        contents.off('render-process-gone', crashed);
      });
    },
    capture: async () => {
      const image = await contents.capturePage();
      return { bytes: image.toPNG(), ...image.getSize() };
    },
    close: () => {
      if (!contents.isDestroyed() && line.isAttached()) line.detach();
      for (const stop of stops) stop();
    },
  };
}
