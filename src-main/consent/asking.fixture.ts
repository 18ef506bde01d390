import { type Question, yesOrNo } from '../bridge/consent';
import type { PersonSeen } from '../bridge/platform';
import { ApprovalId } from '../contract/approval';
import { CallId } from '../contract/ids';
import type { Settings } from '../contract/settings';
import { defaultSettings } from '../contract/settings';
import type { TraceBody } from '../contract/trace-event';
import type { Answering } from './answering';
import { createPerson } from './person';

export interface AskingOptions {
  readonly answering?: Answering;
  readonly saying?: string | null;
  readonly settings?: Partial<Settings>;
}

/** A person who attends one run, with what was said of it. Approvals are `q1`, `q2`... in the order in which they are asked. */
export function asking({ answering = 'person', saying = null, settings = {} }: AskingOptions = {}) {
  const bodies: TraceBody[] = [];
  let asked = 0;
  let suspended = 0;
  let seen: ((what: PersonSeen) => void) | null = null;
  const person = createPerson({
    answering,
    saying,
    newId: () => approval(++asked),
    settings: () => ({ ...defaultSettings, ...settings }),
  });
  const emit = (body: TraceBody) => void bodies.push(body);
  const attention = person.attend(emit, (hear) => {
    seen = hear;
    return () => {
      seen = null;
    };
  });
  return {
    person,
    attention,
    bodies,
    /** How many calls have their time limit suspended. */
    suspended: () => suspended,
    /** Whether anybody is watching for the person. */
    isWatched: () => seen !== null,
    personUses: (sentence: string) => seen?.({ at: 0, sentence }),
    asker: (call: string, signal = new AbortController().signal) => ({
      callId: CallId.parse(call),
      turn: 1,
      signal,
      emit,
      suspendLimit: () => {
        suspended += 1;
        return () => {
          suspended -= 1;
        };
      },
    }),
    answer: (ordinal: number, verdict: 'once' | 'run' | 'deny', typed: string | null = null) =>
      person.answer({ id: approval(ordinal), verdict, typed }),
    /** `asked c1 q1`, `answered c1 q1 once`, `held`, `resumed`. */
    log: () => bodies.map(line),
  };
}

const approval = (ordinal: number) => ApprovalId.parse(`q${ordinal}`);

function line(body: TraceBody): string {
  switch (body.type) {
    case 'approval-asked':
      return `asked ${body.callId} ${body.approval.id}`;
    case 'approval-answered':
      return `answered ${body.callId} ${body.id} ${body.outcome}`;
    default:
      return body.type;
  }
}

export const deletes: Question = {
  ...yesOrNo,
  reason: 'destructive',
  program: 'Mousepad',
  sentence: 'Press the button "Delete" in Mousepad.',
  grants: 'Pressing the button "Delete" in Mousepad.',
  grantKey: 'Mousepad button Delete',
};

export const fillsIn: Question = {
  ...yesOrNo,
  accepts: () => null,
  reason: 'secure_field',
  program: 'Mousepad',
  sentence: 'Fill the textbox "PIN" in Mousepad with what you type.',
  grants: 'Nothing more than this once.',
  grantKey: 'Mousepad textbox PIN',
};

export const clicks: Question = {
  ...yesOrNo,
  reason: 'ask_me',
  program: 'Mousepad',
  sentence: 'Press the button "Save" in Mousepad.',
  grants: 'Every click of this run, unasked.',
  grantKey: 'click',
};
