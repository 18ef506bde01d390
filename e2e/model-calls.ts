import type { ElementRef } from '../src-main/contract/ids';
import { parseOutline } from '../src-main/contract/outline';
import {
  messageEnd,
  messageStart,
  stream,
  textBlock,
  toolBlock,
} from '../src-main/providers/anthropic/loopback-anthropic.fixture';
import type { Answer, Asked } from '../src-main/providers/loopback-model.fixture';
import { lastResults, textOf } from './messages-api';

/** A turn of one call, in the words of the Messages API. */
export function calls(id: string, tool: string, input: unknown): Answer {
  return stream([messageStart, ...toolBlock(0, id, tool, JSON.stringify(input)), ...messageEnd('tool_use')]);
}

export const ends = stream([messageStart, ...textBlock(0, 'Done.'), ...messageEnd('end_turn')]);

/** Finds an element in the outline that came over the wire, as a model has to. */
export function refIn(asked: Asked, isWanted: (role: string, name: string) => boolean): ElementRef {
  const text = lastResults(asked).map(textOf).join('\n');
  const found = parseOutline(text)?.nodes.find(({ role, name }) => isWanted(role, name));
  if (found === undefined) throw new Error(`the snapshot does not show it: ${text}`);
  return found.ref;
}
