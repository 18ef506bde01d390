import type { Random } from '../../random';
import type { Runner } from './contenders/runner';
import type { ModelServer } from './server/model-server';

/** A runner that is here, or why it is not. */
export type Entry =
  | { readonly kind: 'here'; readonly runner: Runner }
  | { readonly kind: 'missing'; readonly name: string; readonly why: string };

/** What every study works with. */
export interface Lab {
  readonly server: ModelServer;
  readonly entries: readonly Entry[];
  readonly rounds: number;
  readonly random: Random;
  readonly print: (line: string) => void;
}

export function runnersIn({ entries }: Lab): readonly Runner[] {
  return entries.flatMap((entry) => (entry.kind === 'here' ? [entry.runner] : []));
}

/** A first line of what was thrown, short enough for a note. */
export function inShort(thrown: unknown): string {
  const said = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  const [line = ''] = said.split('\n');
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}
