import type { Asker, Consent, Question } from '../bridge/consent';
import type { Failure } from '../contract/failure';
import type { Effect } from '../contract/footprint';
import type { Report } from '../scheduler/index';
import type { PreparedCall, ToolContext } from '../tools/tool';

/** A call that is ready but for the person's leave. */
export interface Leave {
  readonly consent: Consent;
  readonly tool: string;
  readonly effect: Effect;
  /** Whether the person wants to be asked before this tool. */
  readonly asks: boolean;
}

/** Runs the call once the person has let it: asked where they want to be, and no write while they use the desktop. */
export async function runWithLeave(
  { consent, tool, effect, asks }: Leave,
  prepared: PreparedCall,
  context: ToolContext,
): Promise<Report> {
  const refused = asks ? await refusalOf(consent, questionAbout(tool, prepared), context) : null;
  if (refused !== null) return notRun(refused);
  if (effect === 'write' && consent.isHeld) {
    await consent.untilFree(context);
    if (context.signal.aborted) return notRun(cancelled);
  }
  return prepared.run(context);
}

/** @returns why the call may not run; null where it may */
async function refusalOf(consent: Consent, question: Question, asker: Asker): Promise<Failure | null> {
  if (consent.allows(question, asker)) return null;
  const said = await consent.ask(question, asker);
  switch (said.kind) {
    case 'allowed':
      return null;
    case 'denied':
      return said.why;
    case 'withdrawn':
      return cancelled;
  }
}

function questionAbout(tool: string, { program, inWords }: PreparedCall): Question {
  return {
    reason: 'ask_me',
    program: program ?? 'Interlock',
    sentence: program === null ? `${inWords}.` : `${inWords} in ${program}.`,
    grants: `Every ${tool} of this run, unasked.`,
    grantKey: tool,
  };
}

function notRun(failure: Failure): Report {
  return { content: [], failure, delivery: null, value: null };
}

const cancelled: Failure = {
  code: 'cancelled',
  sentence: 'The call was cancelled while it waited for the person.',
  next: 'Nothing was done.',
};
