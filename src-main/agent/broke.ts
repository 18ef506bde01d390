import { type Failure, thrownSentence } from '../contract/failure';
import type { AgentInput } from './state';

export function broke(bug: unknown): AgentInput {
  return { type: 'broke', failure: internal(bug) };
}

export function internal(bug: unknown): Failure {
  return {
    code: 'internal',
    sentence: `Interlock broke: ${thrownSentence(bug)}`,
    next: 'Look at the target, and report this with the recording of the run.',
  };
}
