import { z } from 'zod';

const Layout = z.record(z.string(), z.number());
type Layout = z.infer<typeof Layout>;

const key = (name: string) => `layout ${name}`;

/** The sizes of panes as they were left; undefined where there are none, or none that make sense. */
export function rememberedLayout(name: string): Layout | undefined {
  const text = localStorage.getItem(key(name));
  if (text === null) return undefined;
  const parsed = Layout.safeParse(asJson(text));
  return parsed.success ? parsed.data : undefined;
}

export function rememberLayout(name: string, layout: Layout): void {
  localStorage.setItem(key(name), JSON.stringify(layout));
}

/** What is no JSON is no layout. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
