import type { ApprovalVerdict } from '@contract/approval';
import type { RunId } from '@contract/ids';
import type { Turn } from '@contract/trace-model';
import { Hand } from 'lucide-react';
import { useRef, useState } from 'react';
import { approvalReasons } from '../details/words';
import { ProgramIcon } from '../programs/program-icon';
import { useProgramIcon } from '../programs/programs-store';
import { callLabel } from '../timeline/layout/subject';
import { Button } from '../widgets/button';
import { KeyHint } from '../widgets/key-hint';
import { AnswerField } from './answer-field';
import { type Choice, choicesFor } from './answer-keys';
import { useAnswering } from './answering';
import { editedInput, InputEditor } from './input-editor';
import type { OpenApproval } from './open-approvals';
import { SecretField } from './secret-field';
import { showCall } from './show-call';
import { useAnswerKeys } from './use-answer-keys';
import { usePoliteFocus } from './use-polite-focus';
import { WaitedFor } from './waited-for';

export interface ApprovalCardProps {
  readonly run: RunId;
  readonly open: OpenApproval;
  /** How many wait, this one included. */
  readonly count: number;
  /** Milliseconds since 1970 at which it was asked. */
  readonly askedAt: number;
  /** Of the run so far: where an element's name is found. */
  readonly turns: readonly Turn[];
}

/** One question and its answers. Made anew for each question, so that nothing typed for one is left for another. */
export function ApprovalCard({ run, open, count, askedAt, turns }: ApprovalCardProps) {
  const { approval, call } = open;
  const { ready, answer } = useAnswering(approval.id);
  const typed = useRef<HTMLInputElement>(null);
  const edited = useRef<HTMLTextAreaElement>(null);
  const [filled, setFilled] = useState(false);
  const icon = useProgramIcon(approval.program);
  const choices = choicesFor(approval.reason);
  const secure = approval.reason === 'secure_field';
  const asksWords = approval.reason === 'question';
  const isEditable = approval.reason === 'ask_me' || approval.reason === 'each_write';
  const lacks = (verdict: ApprovalVerdict) => (secure || asksWords) && verdict !== 'deny' && !filled;
  const choose = ({ verdict }: Choice) => {
    if (!ready || lacks(verdict)) return;
    const input = isEditable && verdict !== 'deny' ? editedInput(edited.current, call.input) : null;
    answer(verdict, input ?? taken(typed.current, verdict));
  };
  const answerOnce = () => choices.filter(({ verdict }) => verdict === 'once').forEach(choose);
  const card = useRef<HTMLElement>(null);
  usePoliteFocus(card);
  useAnswerKeys(card, choices, choose);
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label="Interlock asks you"
      className="pointer-events-auto w-full max-w-[46rem] rounded border border-text bg-raised shadow-raised"
    >
      <header className="flex items-center gap-2 px-4 pt-2.5 text-sm text-muted">
        <Hand aria-hidden className="size-4 shrink-0 text-text" />
        <span className="font-medium text-text">Interlock asks you</span>
        <span className="inline-flex min-w-0 items-center gap-1.5">
          <ProgramIcon name={approval.program} icon={icon} className="!size-3.5" />
          <span className="truncate">{approval.program}</span>
        </span>
        <span className="ml-auto inline-flex shrink-0 items-center gap-3 tabular-nums">
          {count > 1 && <span>1 of {count} questions</span>}
          <WaitedFor since={askedAt} />
        </span>
      </header>
      <div className="copyable px-4 pt-1.5">
        <p className="break-words text-lg font-medium">{approval.sentence}</p>
        <p className="text-muted">
          {approvalReasons[approval.reason]} Asked for by{' '}
          <button
            type="button"
            onClick={() => void showCall(run, call)}
            className="rounded font-mono text-sm text-text underline decoration-edge underline-offset-2 hover:decoration-text"
          >
            {callLabel(call, turns)}
          </button>
          , turn {call.turn}, call {call.index + 1}.
        </p>
      </div>
      {secure && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-2">
          <SecretField
            label={`Secret for ${approval.program}`}
            field={typed}
            onFilled={setFilled}
            onEnter={answerOnce}
          />
          <span className="text-sm text-muted">
            Goes into the field and nowhere else: no model and no recording gets it.
          </span>
        </div>
      )}
      {asksWords && (
        <AnswerField
          question={approval.sentence}
          choices={approval.choices}
          field={typed}
          onFilled={setFilled}
          onAnswer={answerOnce}
        />
      )}
      {isEditable && <InputEditor input={call.input} field={edited} />}
      <footer className="mt-2.5 flex flex-wrap items-center gap-2 border-t px-4 py-2.5">
        {choices.map((choice) => (
          <Button
            key={choice.verdict}
            aria-disabled={!ready}
            disabled={lacks(choice.verdict)}
            data-first={!secure && !asksWords && choice.verdict === 'once' ? true : undefined}
            className={choice.verdict === 'deny' ? 'ml-auto' : ''}
            onClick={() => choose(choice)}
          >
            {choice.label}
            <KeyHint keys={choice.keys} />
          </Button>
        ))}
        {!secure && !asksWords && (
          <p className="w-full text-sm text-muted">
            <span className="font-medium text-text">For this run:</span> {approval.grants}
          </p>
        )}
      </footer>
    </section>
  );
}

/** What was typed, for who allows it; the field is empty again in any case. */
function taken(field: HTMLInputElement | null, verdict: ApprovalVerdict): string | null {
  if (field === null) return null;
  const { value } = field;
  field.value = '';
  return verdict === 'deny' ? null : value;
}
