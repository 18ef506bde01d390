import { Nothing } from './cdp-answers';
import type { CdpLine, Patience } from './cdp-line';
import { type KeyPress, keysFor } from './keys';
import { pressAndRelease } from './press-and-release';

/** Real key events: the page sees them as trusted. */
export async function pressKey(line: CdpLine, press: KeyPress, patience: Patience): Promise<void> {
  const { text, commands, ...key } = press;
  const down = text === '' ? { type: 'rawKeyDown', ...key } : { type: 'keyDown', ...key, text };
  const withCommands = process.platform === 'darwin' ? { ...down, commands } : down;
  const send = (event: object) => (within: Patience) =>
    line.ask('Input.dispatchKeyEvent', { ...event }, Nothing, within);
  await pressAndRelease(patience, send(withCommands), send({ type: 'keyUp', ...key }));
}

export async function pressKeys(line: CdpLine, characters: string, patience: Patience): Promise<void> {
  for (const character of characters) await pressKey(line, keysFor(character), patience);
}

export async function insertText(line: CdpLine, text: string, patience: Patience): Promise<void> {
  await line.ask('Input.insertText', { text }, Nothing, patience);
}
