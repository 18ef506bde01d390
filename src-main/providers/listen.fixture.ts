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
