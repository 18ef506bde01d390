import type { Failure } from '@contract/failure';
import type { CallId } from '@contract/ids';
import type { AssistantBlock, Message, ResultContent } from '@contract/messages';
import type { ModelSpan, TraceModel } from '@contract/trace-model';

/** One thing that was sent or said, in order. `key` is unique in the conversation. */
export type Entry = { readonly key: string; readonly turn: number } & EntryBody;

export type EntryBody =
  | { readonly kind: 'system'; readonly text: string }
  /** `who`: whose turn it is, where the run has several agents; otherwise null. */
  | { readonly kind: 'turn'; readonly at: number; readonly who: string | null }
  | { readonly kind: 'sent'; readonly text: string }
  | { readonly kind: 'said'; readonly text: string; readonly thought: boolean; readonly streaming: boolean }
  | { readonly kind: 'opaque'; readonly name: string; readonly length: number }
  | { readonly kind: 'call'; readonly id: CallId; readonly tool: string; readonly input: unknown }
  | {
      readonly kind: 'result';
      readonly id: CallId;
      readonly tool: string;
      readonly content: readonly ResultContent[];
      readonly isError: boolean;
    }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** What the model was sent and what it said, up to where the model of the run stands. */
export function conversation({ run, turns, actors }: Pick<TraceModel, 'run' | 'turns' | 'actors'>): Entry[] {
  const agents = actors.filter(({ kind }) => kind === 'agent');
  const entries: Entry[] = [];
  const tools = new Map<CallId, string>();
  let turn = 0;
  const add = (body: EntryBody) => entries.push({ ...body, turn, key: `${turn}-${entries.length}` });
  if (run !== null && run.system !== '') add({ kind: 'system', text: run.system });
  for (const each of turns) {
    turn = each.number;
    if (each.model === null) continue;
    const who = agents.length > 1 ? (agents.find(({ id }) => id === each.actor)?.name ?? null) : null;
    add({ kind: 'turn', at: each.model.requestedAt, who });
    for (const message of each.model.sent) addSent(message);
    addAnswer(each.model);
  }
  return entries;

  function addSent(message: Message): void {
    if (message.role === 'assistant') {
      // Later requests repeat what the model said; only a run that began in the middle sends it first.
      if (turn === 1) for (const block of message.content) addBlock(block);
      return;
    }
    for (const block of message.content) {
      if (block.type === 'text') add({ kind: 'sent', text: block.text });
      else add({ ...block, kind: 'result', tool: tools.get(block.id) ?? 'tool' });
    }
  }

  function addAnswer({ blocks, ended }: ModelSpan): void {
    if (ended?.kind === 'responded') {
      const thoughts = blocks.filter((block) => block.kind === 'thinking' && block.text !== '');
      for (const { text } of thoughts) add({ kind: 'said', text, thought: true, streaming: false });
      for (const block of ended.content) {
        if (block.type !== 'opaque' || thoughts.length === 0) addBlock(block);
      }
      return;
    }
    for (const block of blocks) {
      if (block.kind === 'tool_call')
        add({ kind: 'said', text: `${block.tool ?? 'tool'} …`, thought: false, streaming: true });
      else if (block.text !== '')
        add({
          kind: 'said',
          text: block.text,
          thought: block.kind === 'thinking',
          streaming: ended === null,
        });
    }
    if (ended?.kind === 'failed') add({ kind: 'failure', failure: ended.failure });
  }

  function addBlock(block: AssistantBlock): void {
    switch (block.type) {
      case 'text':
        if (block.text !== '') add({ kind: 'said', text: block.text, thought: false, streaming: false });
        return;
      case 'opaque':
        add({ kind: 'opaque', name: block.kind, length: block.json.length });
        return;
      case 'tool_call':
        tools.set(block.id, block.tool);
        add({ kind: 'call', id: block.id, tool: block.tool, input: block.input });
    }
  }
}

/** What a find looks through, as the entry shows it. */
export function textOf(entry: Entry): string {
  switch (entry.kind) {
    case 'system':
    case 'sent':
    case 'said':
      return entry.text;
    case 'turn':
      return entry.who === null ? `turn ${entry.turn}` : `turn ${entry.turn} ${entry.who}`;
    case 'opaque':
      return entry.name;
    case 'call':
      return `${entry.tool} ${inputText(entry.input)}`;
    case 'result':
      return `${entry.tool} ${entry.content.map((block) => (block.type === 'text' ? block.text : '')).join('\n')}`;
    case 'failure':
      return `${entry.failure.sentence} ${entry.failure.next}`;
  }
}

/** Small inputs in a line, larger ones over several. */
export function inputText(input: unknown): string {
  const line = JSON.stringify(input) ?? 'null';
  return line.length <= 100 ? line : JSON.stringify(input, null, 2);
}
