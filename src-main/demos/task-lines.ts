/**
 * The `Name: value` lines of a task, by their names in lower case: how a person may edit what a demo works with. The first
 * line of a name counts.
 */
export function taskLines(task: string): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const line of task.split('\n')) {
    const [, name, value] = /^\s*(?:[-*] )?([A-Z][\w ]*): +(.+?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const key = name.toLowerCase();
    if (!lines.has(key)) lines.set(key, value);
  }
  return lines;
}

/** The web addresses of a task, each once, in order. */
export function taskUrls(task: string): readonly string[] {
  return [...new Set(task.match(/https?:\/\/[^\s<>"')]+/g) ?? [])].map((url) => url.replace(/[.,;:]+$/, ''));
}
