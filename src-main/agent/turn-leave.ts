import { type Asker, type Consent, yesOrNo } from '../bridge/consent';
import type { Failure } from '../contract/failure';
import { whyRefused } from './refused-leave';

/** The person's word on all calls of a turn, asked for once. */
export interface TurnLeave {
  /** Waits for their word. @returns why the calls may not run; null where they may */
  refusal(asker: Asker): Promise<Failure | null>;
}

/** @param calls what each would do, in words, in the model's order */
export function turnLeave(consent: Consent, calls: readonly string[]): TurnLeave {
  let asked: Promise<Failure | null> | null = null;

  async function ask(asker: Asker): Promise<Failure | null> {
    const question = {
      ...yesOrNo,
      reason: 'turn' as const,
      program: 'Interlock',
      sentence: calls.length === 1 ? `${calls[0]}.` : `${calls.length} calls: ${calls.join('; ')}.`,
      grants: 'All calls of this run, unasked.',
      grantKey: 'turns',
    };
    if (consent.allows(question, asker)) return null;
    const said = await consent.ask(question, asker);
    return said.kind === 'allowed' ? null : whyRefused(said);
  }

  return {
    async refusal(asker) {
      const resume = asker.suspendLimit();
      asked ??= ask(asker);
      const refused = await asked;
      resume();
      return refused;
    },
  };
}
