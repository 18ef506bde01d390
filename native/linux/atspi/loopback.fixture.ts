import { connect } from './connect';
import type { Line, Patience } from './line';
import { LoopbackApp } from './loopback-app.fixture';
import type { LoopbackBus } from './loopback-bus.fixture';
import type { Part } from './loopback-part.fixture';

export const never = new AbortController().signal;
export const patient: Patience = { limitMs: 2000, signal: never };

export interface Loopback {
  readonly app: LoopbackApp;
  readonly line: Line;
  end(): Promise<void>;
}

/** A loopback program with these windows, and a connection as to a real desktop. */
export async function startLoopback(bus: LoopbackBus, windows: readonly Part[]): Promise<Loopback> {
  const app = await LoopbackApp.start(bus, windows);
  const connected = await connect({ sessionBusAddress: bus.address }, patient);
  if (!connected.ok) throw new Error(connected.trouble.sentence);
  const line = connected.value;
  return {
    app,
    line,
    async end() {
      await line.close();
      await app.leave();
    },
  };
}
