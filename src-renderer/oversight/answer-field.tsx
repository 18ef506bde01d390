import type { RefObject } from 'react';
import { Button } from '../widgets/button';

export interface AnswerFieldProps {
  readonly question: string;
  readonly choices: readonly string[];
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onFilled: (filled: boolean) => void;
  /** What stands in the field is the answer. */
  readonly onAnswer: () => void;
}

/** An answer in the person's words, or one of those that the agent offers. */
export function AnswerField({ question, choices, field, onFilled, onAnswer }: AnswerFieldProps) {
  const choose = (choice: string) => {
    const input = field.current;
    if (input === null) return;
    write(input, choice);
    onFilled(true);
    input.focus();
  };
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 pt-2">
      <input
        ref={field}
        data-first
        type="text"
        aria-label={`Answer to: ${question}`}
        placeholder="Your answer"
        maxLength={4096}
        className="h-7 min-w-0 flex-1 basis-64 rounded border border-edge bg-panel px-2"
        onInput={({ currentTarget }) => onFilled(currentTarget.value.trim() !== '')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onAnswer();
        }}
      />
      {choices.length > 0 && (
        <span className="flex w-full flex-wrap gap-1.5">
          {choices.map((choice) => (
            <Button key={choice} size="small" onClick={() => choose(choice)}>
              {choice}
            </Button>
          ))}
        </span>
      )}
    </div>
  );
}

function write(input: HTMLInputElement, text: string): void {
  input.value = text;
}
