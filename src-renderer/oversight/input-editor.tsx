import type { RefObject } from 'react';
import { useState } from 'react';

export interface InputEditorProps {
  readonly input: unknown;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** The call's input as JSON, for who wants it otherwise. What does not fit is refused when it is sent. */
export function InputEditor({ input, field }: InputEditorProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const asked = inLines(input);
  return (
    <details className="px-4 pt-2 text-sm">
      <summary className="cursor-default text-muted">Change its input first</summary>
      <textarea
        ref={field}
        aria-label="Input of the call, as JSON"
        aria-invalid={wrong !== null}
        defaultValue={asked}
        rows={Math.min(10, asked.split('\n').length)}
        spellCheck={false}
        className="mt-1 w-full resize-y rounded border border-edge bg-panel px-2 py-1 font-mono aria-invalid:border-failure"
        onInput={({ currentTarget }) => setWrong(jsonTrouble(currentTarget.value))}
      />
      <p className={wrong === null ? 'text-muted' : 'text-failure'}>
        {wrong ?? 'It may touch nothing else than before. The agent is told that you changed it.'}
      </p>
    </details>
  );
}

function inLines(input: unknown): string {
  return JSON.stringify(input, null, 2) ?? 'null';
}

/** Another input than the one that was asked for; null where it is the same. */
export function editedInput(field: HTMLTextAreaElement | null, asked: unknown): string | null {
  if (field === null || jsonTrouble(field.value) !== null) return field?.value ?? null;
  return JSON.stringify(JSON.parse(field.value)) === JSON.stringify(asked) ? null : field.value;
}

function jsonTrouble(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? `It is not JSON: ${thrown.message}` : 'It is not JSON.';
  }
}
