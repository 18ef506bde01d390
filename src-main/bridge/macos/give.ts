import type { Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import type { Input } from '../adapter';
import { write } from './asking';
import type { Called } from './program';

/** To whatever has the focus; the lane looks right before that it is the program's, and that no text goes into a secure field. */
export function give(called: Called, input: Input): Promise<Result<Delivery>> {
  return input.kind === 'type'
    ? write(called, { kind: 'type', text: input.text, to: 'session' })
    : write(called, { kind: 'chord', chord: input.chord, to: 'session' });
}
