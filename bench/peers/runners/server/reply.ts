/** A part of a call's input as it comes over the wire. */
export interface Piece {
  /** Milliseconds since whatever came before it. */
  readonly afterMs: number;
  readonly json: string;
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly id: string; readonly tool: string; readonly pieces: readonly Piece[] };

/** One response of the scripted model: it is silent for a while, then says block after block. */
export interface Reply {
  /** Milliseconds from the request to the first block. */
  readonly waitMs: number;
  readonly blocks: readonly Block[];
}

export type Input = Readonly<Record<string, unknown>>;

export function says(text: string): Block {
  return { kind: 'text', text };
}

/** @param takesMs how long the model writes on it; its input is whole only then */
export function calls(id: string, tool: string, input: Input, takesMs = 0): Block {
  const json = JSON.stringify(input);
  const half = Math.ceil(json.length / 2);
  const pieces =
    takesMs === 0
      ? [{ afterMs: 0, json }]
      : [
          { afterMs: 0, json: json.slice(0, half) },
          { afterMs: takesMs, json: json.slice(half) },
        ];
  return { kind: 'call', id, tool, pieces };
}

export interface PlannedTask {
  readonly id: number;
  readonly tool: string;
  /** `{ $ref: "1.value" }` stands for what an earlier task gives. */
  readonly input: Input;
}

/** A call of the tool `plan`, whose tasks come one by one. */
export function plans(id: string, tasks: readonly PlannedTask[], msPerTask: number): Block {
  const pieces = tasks.map((task, at) => ({
    afterMs: msPerTask,
    json: `${at === 0 ? '{"tasks":[' : ','}${JSON.stringify(task)}${at === tasks.length - 1 ? ']}' : ''}`,
  }));
  return { kind: 'call', id, tool: 'plan', pieces };
}

/** When each block is whole, in milliseconds after the request; the last one's is the end of the response. */
export function wholeAt({ waitMs, blocks }: Reply): readonly number[] {
  let at = waitMs;
  return blocks.map((block) => {
    if (block.kind === 'call') for (const { afterMs } of block.pieces) at += afterMs;
    return at;
  });
}

export function endOf(reply: Reply): number {
  return wholeAt(reply).at(-1) ?? reply.waitMs;
}

export function inputOf({ pieces }: Extract<Block, { kind: 'call' }>): string {
  return pieces.map(({ json }) => json).join('');
}
