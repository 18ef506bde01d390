import type { ChangedOverride } from '@contract/trace-model';
import { overrideWords } from '../trace/override-words';
import { Moment } from './moment';

/** When the person said what of which tool, in order. */
export function OverrideChanges({ changes }: { readonly changes: readonly ChangedOverride[] }) {
  if (changes.length === 0) return null;
  return (
    <ol aria-label="Changed overrides" className="flex flex-col gap-0.5">
      {changes.map(({ seq, at, tool, ...said }) => (
        <li key={seq} className="copyable grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4">
          <span className="text-muted">
            <Moment at={at} />
          </span>
          <span className="min-w-0 break-words">
            <code className="font-mono text-sm">{tool}</code> {lower(overrideWords(said))}
          </span>
        </li>
      ))}
    </ol>
  );
}

function lower(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}.`;
}
