import type { X11Event, XInput } from 'x11';
import type { Connection } from './connection';
import { unsupported } from './failure';
import type { Hands, Sent } from './hands';

/** Input that is not ours. Which key it was is nobody's business. */
export interface PersonInput {
  readonly kind: 'key' | 'button' | 'pointer';
  /** `device`: hands on a keyboard, mouse or touchpad. `program`: another program that sends input by XTEST. */
  readonly from: 'device' | 'program';
}

export interface PersonWatch {
  /** @returns how to stop */
  readonly watch: (seen: (input: PersonInput) => void) => () => void;
}

const EVENTS = ['RawKeyPress', 'RawKeyRelease', 'RawButtonPress', 'RawButtonRelease', 'RawMotion'] as const;

/**
 * Hears of all input, whichever window gets it, by XInput 2's raw events. They name the device: a real one is never
 * ours. What comes from the XTEST devices is ours if we have sent the like of it in the last seconds and have not heard
 * of it yet, so another program goes unnoticed where it presses the very key that we press, at the same moment. A
 * pointer that a program merely puts elsewhere (WarpPointer) is no input, and not heard of.
 * @throws NoReply unsupported
 */
export async function openPersonWatch(connection: Connection, hands: Hands): Promise<PersonWatch> {
  const { client, root, ask } = connection;
  const missing = () => unsupported('XInput 2');
  const xinput = await ask<XInput>((done) => client.require('xinput', done)).catch(() => {
    throw missing();
  });
  if (xinput.xi2 === null) throw missing();
  const devices = await ask<readonly { deviceId: number; name: string }[]>((done) =>
    xinput.XIQueryDevice(0, done),
  );
  const xtest = new Set(devices.filter(({ name }) => name.includes('XTEST')).map(({ deviceId }) => deviceId));
  const watchers = new Set<(input: PersonInput) => void>();
  connection.onEvent((event) => {
    const found = rawInput(event);
    if (found === null) return;
    const fromXtest = xtest.has(found.source);
    // Also when nobody watches, so that the record of what we sent does not outlive its events.
    if (fromXtest && hands.recognise(found.input)) return;
    const kind = found.input.kind === 'motion' ? 'pointer' : found.input.kind;
    for (const seen of watchers) seen({ kind, from: fromXtest ? 'program' : 'device' });
  });
  xinput.XISelectEvents(root, { deviceId: xinput.AllMasterDevices, mask: EVENTS });
  await connection.settled();
  return {
    watch: (seen) => {
      const own = (input: PersonInput) => seen(input);
      watchers.add(own);
      return () => void watchers.delete(own);
    },
  };
}

function rawInput(event: X11Event): { readonly source: number; readonly input: Sent } | null {
  switch (event.name) {
    case 'XIRawKeyPress':
    case 'XIRawKeyRelease':
      return {
        source: event.sourceId,
        input: { kind: 'key', detail: event.detail, down: event.name === 'XIRawKeyPress' },
      };
    case 'XIRawButtonPress':
    case 'XIRawButtonRelease':
      return {
        source: event.sourceId,
        input: { kind: 'button', detail: event.detail, down: event.name === 'XIRawButtonPress' },
      };
    case 'XIRawMotion':
      return {
        source: event.sourceId,
        input: {
          kind: 'motion',
          x: event.rawValuators[0] ?? Number.NaN,
          y: event.rawValuators[1] ?? Number.NaN,
        },
      };
    default:
      return null;
  }
}
