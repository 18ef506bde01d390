import { z } from 'zod';

/** Names of functions and tools, as all three APIs take them; the longest differ. */
export function nameOf(longest: number): z.ZodString {
  return z.string().regex(new RegExp(`^[a-zA-Z0-9_-]{1,${longest}}$`), 'is not a name that the API takes');
}

/** `messages.1.content.0.text: is blank` */
export function issueOf({ issues }: z.ZodError): string {
  const [first] = issues;
  return first === undefined ? 'is malformed' : `${first.path.map(String).join('.')}: ${first.message}`;
}

/** The first that comes twice; null where none does. */
export function repeated(list: readonly string[]): string | null {
  return list.find((each, at) => list.indexOf(each) < at) ?? null;
}
