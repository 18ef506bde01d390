import { type Consent, type Question, yesOrNo } from '../bridge/consent';
import type { Failure } from '../contract/failure';
import type { Effect } from '../contract/footprint';
import { quotedShort } from '../contract/quoted';
import type { Report } from '../scheduler/index';
import type { PreparedCall, Tool, ToolContext } from '../tools/tool';
import { type Edited, editedBy, whyNot } from './edited-input';
import { cancelled, whyRefused } from './refused-leave';
import type { TurnLeave } from './turn-leave';

/** A call that is ready but for the person's leave. */
export interface Leave {
  readonly consent: Consent;
  readonly tool: Tool;
  readonly effect: Effect;
  /** Why the person wants to be asked before this call; null where they do not. */
  readonly asks: 'ask_me' | 'each_write' | null;
  /** Their word on all calls of its turn; null where they are not asked about turns. */
  readonly turnLeave: TurnLeave | null;
}

/** Runs the call once the person has let it: asked where they want to be, and no write while they use the desktop. */
export async function runWithLeave(
  leave: Leave,
  prepared: PreparedCall,
  context: ToolContext,
): Promise<Report> {
  const { consent, effect, asks, turnLeave } = leave;
  const refused = turnLeave === null ? null : await turnLeave.refusal(context);
  if (refused !== null) return notRun(refused);
  if (asks === null) return unlessHeld(consent, effect, prepared, context);
  const question = questionAbout(leave, asks, prepared);
  if (consent.allows(question, context)) return unlessHeld(consent, effect, prepared, context);
  const said = await consent.ask(question, context);
  if (said.kind !== 'allowed') return notRun(whyRefused(said));
  const edited = said.typed === null ? null : editedBy(leave.tool, said.typed);
  if (edited === null) return unlessHeld(consent, effect, prepared, context);
  return runEdited(leave, edited, context);
}

/** The model is told, for it would take its own input for what was done. */
async function runEdited({ consent, effect }: Leave, edited: Edited, context: ToolContext): Promise<Report> {
  const { turn, callId, emit } = context;
  emit({ type: 'call-edited', turn, callId, input: edited.input });
  const report = await unlessHeld(consent, effect, edited.prepared, context);
  const text = `The person changed the input before it ran. It ran with ${quotedShort(JSON.stringify(edited.input), 2_000)}.`;
  return { ...report, content: [{ type: 'text', text }, ...report.content] };
}

async function unlessHeld(
  consent: Consent,
  effect: Effect,
  prepared: PreparedCall,
  context: ToolContext,
): Promise<Report> {
  if (effect === 'write' && consent.isHeld) {
    await consent.untilFree(context);
    if (context.signal.aborted) return notRun(cancelled);
  }
  return prepared.run(context);
}

function questionAbout({ tool }: Leave, reason: 'ask_me' | 'each_write', prepared: PreparedCall): Question {
  const { program, inWords } = prepared;
  return {
    ...yesOrNo,
    reason,
    program: program ?? 'Interlock',
    sentence: program === null ? `${inWords}.` : `${inWords} in ${program}.`,
    grants: `Every ${tool.name} of this run, unasked.`,
    grantKey: tool.name,
    accepts: (typed) => whyNot(tool, prepared, typed),
  };
}

function notRun(failure: Failure): Report {
  return { content: [], failure, delivery: null, value: null };
}
