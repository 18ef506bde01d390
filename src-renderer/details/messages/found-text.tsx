import { LongText } from '../../widgets/long-text';
import { splitAt } from './find';

export interface FoundTextProps {
  readonly text: string;
  /** Words to mark; empty for none. */
  readonly words: string;
  /** Characters shown at first; a text in which something was found is shown whole. */
  readonly limit: number;
}

/** Text as text, with what was found marked. */
export function FoundText({ text, words, limit }: FoundTextProps) {
  const parts = splitAt(text, words);
  if (!parts.some((part) => part.found)) return <LongText text={text} limit={limit} />;
  return parts.map((part) =>
    part.found ? (
      <mark key={part.at} className="rounded bg-hazard/30 text-text">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
