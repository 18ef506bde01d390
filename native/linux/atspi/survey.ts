import { type Answer, answer } from './answer';
import { cacheAt, getItems, type Item } from './cache';
import type { Line, Patience } from './line';

/** A program's own list of its elements: in one call, what takes four for each of them. It may lack some, and keep dead ones. */
export interface Survey {
  item(identity: string): Item | null;
  /** Those that say that this is their parent, by their index. */
  claims(identity: string): readonly Item[];
}

export async function takeSurvey(line: Line, bus: string, patience: Patience): Promise<Answer<Survey>> {
  const items = await line.ask(cacheAt(bus), getItems, patience);
  return items.ok ? answer(surveyOf(items.value)) : items;
}

export function surveyOf(items: readonly Item[]): Survey {
  const known = new Map<string, Item>();
  const claimed = new Map<string, Item[]>();
  for (const item of items) {
    known.set(item.identity, item);
    const siblings = claimed.get(item.parent);
    if (siblings === undefined) claimed.set(item.parent, [item]);
    else siblings.push(item);
  }
  for (const siblings of claimed.values()) siblings.sort((a, b) => a.index - b.index);
  return {
    item: (identity) => known.get(identity) ?? null,
    claims: (identity) => claimed.get(identity) ?? [],
  };
}

/** Whether each place among the children is claimed, and once. Their order may still be another than the program lists them in. */
export function isComplete(item: Item, claims: readonly Item[]): boolean {
  return item.childCount === claims.length && claims.every(({ index }, place) => index === place);
}
