import { CallId } from '../contract/ids';
import type { AssistantBlock, ToolCall } from '../contract/messages';

/** Shorter than the contract allows, so that a suffix still fits. */
const longest = 96;

/**
 * The model's own id where it can be kept: of letters, digits, `_` and `-`, as model APIs demand, and not yet used in the
 * run. Otherwise the nearest that is.
 */
export function uniqueCallId(wanted: string, used: ReadonlySet<string>): CallId {
  const plain = wanted.replaceAll(/[^a-zA-Z0-9_-]/g, '_').slice(0, longest);
  const base = plain === '' ? 'call' : plain;
  let id = base;
  for (let repeat = 2; used.has(id); repeat += 1) id = `${base}-${repeat}`;
  return CallId.parse(id);
}

/**
 * The answer with every call's id unique in the run, and all the ids there are then.
 * @param begun its first calls, which have ids already
 */
export function withUniqueIds(
  content: readonly AssistantBlock[],
  used: ReadonlySet<string>,
  prefix: string,
  begun: readonly ToolCall[],
): { readonly content: AssistantBlock[]; readonly callIds: ReadonlySet<string> } {
  const callIds = new Set(used);
  const known = begun.values();
  const unique = content.map((block) => {
    if (block.type !== 'tool_call') return block;
    const before = known.next();
    if (before.done !== true) return { ...block, id: before.value.id };
    const id = uniqueCallId(prefix + block.id, callIds);
    callIds.add(id);
    return { ...block, id };
  });
  return { content: unique, callIds };
}
