import { failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import type { Input } from '../adapter';
import { byHand } from './deliver';
import { frontWindow } from './front';
import type { Program } from './program';

/** To whatever has the focus, where that is the program's. */
export async function give(program: Program, input: Input): Promise<Result<Delivery>> {
  const front = await frontWindow(program);
  if (!front.ok) return front;
  if (program.patience.signal.aborted)
    return failed(
      'cancelled',
      'The call was cancelled before anything was typed.',
      'Nothing has to be undone.',
    );
  const { x11 } = program;
  return byHand(input.kind === 'type' ? await x11.type(input.text) : await x11.press(input.chord));
}
