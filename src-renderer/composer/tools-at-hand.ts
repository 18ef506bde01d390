import type { Bootstrap } from '@contract/ipc';
import type { ToolInfo } from '@contract/trace-event';
import type { Draft } from './draft-store';

/** The tools that the drafted run would use: a demo names its own, a model may use them all. A person's word on one counts. */
export function toolsAtHand({ tools, demos }: Bootstrap, { provider, demo, overrides }: Draft): ToolInfo[] {
  const named = provider === 'scripted' ? demos.find(({ name }) => name === demo)?.tools : undefined;
  const chosen = named === undefined ? tools : tools.filter(({ name }) => named.includes(name));
  return chosen.map((tool) => {
    const override = overrides[tool.name];
    if (override === undefined || override === 'ask') return tool;
    return { ...tool, effect: override === 'read' ? 'read' : 'write' };
  });
}
