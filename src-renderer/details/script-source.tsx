import { scriptToolName } from '@contract/script';

/** What a model wrote for a machine: as it is, line by line. Scrolls by itself, also by keys. */
export function ScriptSource({ source }: { readonly source: string }) {
  return (
    <pre
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keys
      tabIndex={0}
      aria-label="Source of the script"
      className="copyable max-h-96 overflow-auto whitespace-pre rounded bg-sunken px-2 py-1.5 font-mono text-sm"
    >
      {source}
    </pre>
  );
}

/** The source in the input of a script's call; null where it is another tool's, or has not arrived. */
export function sourceIn(tool: string, input: unknown): string | null {
  if (tool !== scriptToolName || typeof input !== 'object' || input === null || !('source' in input))
    return null;
  return typeof input.source === 'string' ? input.source : null;
}
