import { app } from 'electron';
import type { StopSource } from '../contract/trace-event';
import type { Engine } from './engine';

/** A run that does not end by then is ended for it: its trace says that it was cut off. Milliseconds. */
const patience = 15_000;

/** Lets a run that is going on end before the app does. */
export function quitProperly(engine: Engine): void {
  let by: StopSource = 'window_closed';
  let isDone = false;

  app.on('before-quit', (event) => {
    if (isDone) return;
    event.preventDefault();
    engine.runs.close(by);
    void endOf(engine).then(() => {
      isDone = true;
      app.quit();
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      by = 'signal';
      app.quit();
    });
  }
}

async function endOf(engine: Engine): Promise<void> {
  const tooLate = new Promise<void>((resolve) => {
    setTimeout(resolve, patience).unref();
  });
  try {
    await Promise.race([engine.runs.settled(), tooLate]);
    await engine.close();
  } catch (thrown) {
    console.error('Not everything could be closed.', thrown);
  }
}
