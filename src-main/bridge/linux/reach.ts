import { connect, type Line, type Listening, listen } from '../../../native/linux/atspi';
import { openX11, type X11 } from '../../../native/linux/x11/x11';
import { failed, ok, type Result } from '../../contract/failure';

/** Which desktop session: never taken from the environment in here. */
export interface Session {
  /** As in DISPLAY. */
  readonly display: string;
  /** As in DBUS_SESSION_BUS_ADDRESS. */
  readonly sessionBusAddress: string;
  /** What programs are started with. */
  readonly env: NodeJS.ProcessEnv;
}

/** Everything that leads to the programs of a session. */
export interface Reach {
  readonly line: Line;
  readonly listening: Listening;
  readonly x11: X11;
  close(): Promise<void>;
}

const connectLimit = 5_000;

export async function reach(
  { display, sessionBusAddress }: Session,
  signal: AbortSignal,
): Promise<Result<Reach>> {
  const patience = { limitMs: connectLimit, signal };
  const line = await connect({ sessionBusAddress }, patience);
  if (!line.ok) return noBus(line.trouble.sentence);
  const listening = await listen(line.value, patience);
  if (!listening.ok) {
    await line.value.close();
    return noBus(listening.trouble.sentence);
  }
  const x11 = await openX11(display);
  if (!x11.ok) {
    await listening.value.close(patience);
    await line.value.close();
    return failed('permission_missing', x11.failure.sentence, x11.failure.next);
  }
  return ok({
    line: line.value,
    listening: listening.value,
    x11: x11.value,
    async close() {
      await listening.value.close({ limitMs: connectLimit, signal: new AbortController().signal });
      await line.value.close();
      await x11.value.close();
    },
  });
}

function noBus(sentence: string) {
  return failed(
    'permission_missing',
    `The accessibility bus of this session can't be reached: ${sentence}`,
    'Install at-spi2-core, switch assistive technologies on in the desktop settings, and log in again.',
  );
}
