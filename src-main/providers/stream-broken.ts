/** The answer ended, or stopped making sense, before it was complete. */
export class StreamBroken extends Error {
  override readonly name = 'StreamBroken';
}
