import { type Answer, answer } from './answer';
import { type AccessibleEvent, eventFamilies, eventInterfaces, eventOf } from './events';
import type { Line, Patience } from './line';
import { addMatch, daemon, deregisterEvent, registerEvent, registry } from './registry';

export interface Listening {
  /** Of the program that has this bus name, from now on. Returns how to stop. */
  onEvent(bus: string, heard: (event: AccessibleEvent) => void): () => void;
  /** Asks programs to tell no more. */
  close(patience: Patience): Promise<Answer<null>>;
}

/** Asks all programs to tell what changes. */
export async function listen(line: Line, patience: Patience): Promise<Answer<Listening>> {
  const listeners = new Map<string, Set<(event: AccessibleEvent) => void>>();
  const asked = await Promise.all([
    ...eventInterfaces.map((of) => line.ask(daemon, addMatch(`type='signal',interface='${of}'`), patience)),
    ...eventFamilies.map((family) => line.ask(registry, registerEvent(family), patience)),
  ]);
  const failure = asked.find((one) => !one.ok);
  if (failure !== undefined && !failure.ok) return failure;
  const stop = line.onSignal((message) => {
    const some = message.sender === undefined ? undefined : listeners.get(message.sender);
    if (some === undefined || some.size === 0) return;
    const event = eventOf(message);
    if (event !== null) for (const heard of some) heard(event);
  });
  return answer({
    onEvent(bus, heard) {
      const some = listeners.get(bus) ?? new Set();
      listeners.set(bus, some.add(heard));
      return () => {
        some.delete(heard);
      };
    },
    async close(closing) {
      stop();
      const left = await Promise.all(
        eventFamilies.map((family) => line.ask(registry, deregisterEvent(family), closing)),
      );
      return left.find((one) => !one.ok) ?? answer(null);
    },
  });
}
