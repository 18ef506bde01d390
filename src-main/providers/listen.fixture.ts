import type { ModelEvent, ModelRequest, Provider } from './provider';

export async function heard(
  provider: Provider,
  request: ModelRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<ModelEvent[]> {
  const events: ModelEvent[] = [];
  for await (const event of provider.respond(request, signal)) events.push(event);
  return events;
}

/** Hears a provider up to and with the first event that is looked for, while the rest of its answer is still held back. */
export async function heardUntil(
  events: AsyncIterator<ModelEvent>,
  isIt: (event: ModelEvent) => boolean,
): Promise<ModelEvent[]> {
  const heard: ModelEvent[] = [];
  for (;;) {
    const next = await events.next();
    if (next.done === true) throw new Error(`not heard: ${JSON.stringify(heard)}`);
    heard.push(next.value);
    if (isIt(next.value)) return heard;
  }
}

/** The rest of what it says. */
export async function heardOut(events: AsyncIterator<ModelEvent>): Promise<ModelEvent[]> {
  const heard: ModelEvent[] = [];
  for (let next = await events.next(); next.done !== true; next = await events.next()) heard.push(next.value);
  return heard;
}
