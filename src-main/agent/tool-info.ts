import { effectOf } from '../contract/footprint';
import type { ToolInfo } from '../contract/trace-event';
import type { ToolDeclaration } from '../providers/provider';
import type { Tool } from '../tools/tool';

export function declarationOf({ name, description, inputSchema }: Tool): ToolDeclaration {
  return { name, description, inputSchema };
}

/** For people: the first sentence of what the model is told, and whether any of its calls may write. */
export function toolInfo({ name, description, effect, reach }: Tool): ToolInfo {
  return shortInfo({ name, description, effect: effect === 'write' ? effect : effectOf(reach) });
}

/** The same of a tool that is only told of. */
export function shortInfo({
  name,
  description,
  effect,
}: Pick<Tool, 'name' | 'description' | 'effect'>): ToolInfo {
  const [summary = description] = description.split(/(?<=[.!?])\s/, 1);
  return { name, summary, effect };
}
