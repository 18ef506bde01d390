import { z } from 'zod';
import type { Consent } from '../bridge/consent';
import { defineTool } from './define-tool';
import { answer, refusal } from './outcome';
import type { Tool } from './tool';

const nothing = { reads: [], writes: [] };

/** The agent asks, and the person answers in their own words. It waits alone: other calls go on. */
export function askPersonTool(consent: Consent): Tool {
  return defineTool({
    name: 'ask_person',
    description: `Asks the person who watches, and waits for their answer: where the task leaves open what they want, and a wrong guess would cost them something. Offer choices where there are a few. Do not ask for what you can find out yourself, nor for passwords. Gives their answer as text.`,
    input: z.object({
      question: z.string().trim().min(1).max(1_000).describe('One question, in a sentence'),
      choices: z
        .array(z.string().trim().min(1).max(120))
        .max(6)
        .default([])
        .describe('Answers to choose from'),
    }),
    effect: 'read',
    reach: nothing,
    footprint: () => nothing,
    program: () => null,
    inWords: ({ question }) => `Ask you: ${question}`,
    async run({ question, choices }, context) {
      const said = await consent.ask(
        {
          reason: 'question',
          program: 'Interlock',
          sentence: question,
          grants: 'Nothing: it is only a question.',
          grantKey: question,
          choices,
          accepts: () => null,
        },
        context,
      );
      if (said.kind === 'allowed') return answer(said.typed ?? '', said.typed ?? '');
      if (said.kind === 'denied') return refusal(said.why);
      return refusal({
        code: 'cancelled',
        sentence: 'The question was withdrawn before it was answered.',
        next: 'Nothing has to be undone.',
      });
    },
  });
}
