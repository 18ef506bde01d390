import { type Answer, trouble } from './answer';
import { Line, type Patience } from './line';
import { enable, getAddress, launcher } from './registry';

/**
 * A connection to the accessibility bus of a desktop session, which is told that it is in use. One that has ended stays so: make
 * a new one.
 *
 * @param sessionBusAddress as in DBUS_SESSION_BUS_ADDRESS
 */
export async function connect(
  { sessionBusAddress }: { readonly sessionBusAddress: string },
  patience: Patience,
): Promise<Answer<Line>> {
  const session = await Line.open(sessionBusAddress, 'bus', patience);
  if (!session.ok) return session;
  try {
    const address = await session.value.ask(launcher, getAddress, patience);
    if (!address.ok)
      return address.trouble.kind === 'app_gone'
        ? trouble('unsupported', `This session has no accessibility bus: ${address.trouble.sentence}`)
        : address;
    const enabled = await session.value.ask(launcher, enable, patience);
    if (!enabled.ok) return enabled;
    return await Line.open(address.value, 'bus', patience);
  } finally {
    await session.value.close();
  }
}
