import { useState } from 'react';
import { counted } from './units';

export interface LongTextProps {
  readonly text: string;
  /** Characters shown at first. */
  readonly limit: number;
}

/** Text as text, cut where it is long, with a button for the rest. */
export function LongText({ text, limit }: LongTextProps) {
  const [whole, setWhole] = useState(false);
  if (text.length <= limit) return <>{text}</>;
  return (
    <>
      {whole ? text : `${text.slice(0, cutAt(text, limit))}…`}{' '}
      <button
        type="button"
        onClick={() => setWhole(!whole)}
        className="select-none rounded px-1 font-sans text-sm text-muted underline decoration-edge underline-offset-2 hover:text-text"
      >
        {whole ? 'show less' : `show all (${counted(text.length, 'character')})`}
      </button>
    </>
  );
}

/** Never between the halves of one character. */
function cutAt(text: string, limit: number): number {
  const last = text.charCodeAt(limit - 1);
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
}
