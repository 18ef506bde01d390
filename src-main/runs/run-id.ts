import { randomBytes } from 'node:crypto';
import { RunId } from '../contract/ids';

/** Sorts by time and is unlike any other: `20260131-142530-3f9a1c`. UTC. */
export function newRunId(now: Date): RunId {
  const [date = '', time = ''] = now.toISOString().replaceAll(/[-:]/g, '').split('T');
  return RunId.parse(`${date}-${time.slice(0, 6)}-${randomBytes(3).toString('hex')}`);
}
