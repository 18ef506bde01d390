import { effectOf } from '../contract/footprint';
import type { ToolInfo } from '../contract/trace-event';
import type { ToolDeclaration } from '../providers/provider';
import type { Tool } from '../tools/tool';

export function declarationOf({ name, description, inputSchema }: Tool): ToolDeclaration {
  return { name, description, inputSchema };
}

/** For people: the first sentence of what the model is told, and whether any of its calls may write. */
export function toolInfo({ name, description, effect: said, reach }: Tool): ToolInfo {
  const effect = said === 'write' ? said : effectOf(reach);
  const [summary = description] = description.split(/(?<=[.!?])\s/, 1);
  return { name, summary, effect };
}
