import { effectOf, type Footprint } from '../contract/footprint';
import type { ToolInfo, ToolPlace } from '../contract/trace-event';
import type { ToolDeclaration } from '../providers/provider';
import type { Tool } from '../tools/tool';

export function declarationOf({ name, description, inputSchema }: Tool): ToolDeclaration {
  return { name, description, inputSchema };
}

/** For people: the first sentence of what the model is told, and whether any of its calls may write. */
export function toolInfo({ name, description, effect, reach }: Tool): ToolInfo {
  const told = { name, description, effect: effect === 'write' ? effect : effectOf(reach) };
  return shortInfo(told, placeOf(reach));
}

/** The same of a tool that is only told of. */
export function shortInfo(
  { name, description, effect }: Pick<Tool, 'name' | 'description' | 'effect'>,
  place: ToolPlace,
): ToolInfo {
  const [summary = description] = description.split(/(?<=[.!?])\s/, 1);
  return { name, summary, effect, place };
}

function placeOf({ reads, writes }: Footprint): ToolPlace {
  const touched = [...reads, ...writes];
  const isOf = (kind: string) => touched.some((resource) => resource.startsWith(`${kind}:`));
  if (isOf('ui')) return 'screen';
  if (isOf('mcp')) return 'foreign';
  return isOf('net') ? 'web' : 'machine';
}
