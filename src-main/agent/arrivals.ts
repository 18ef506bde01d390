import type { CallId } from '../contract/ids';
import type { Json } from '../contract/messages';
import { type ArrivingInput, type ArrivingInputInHand, arrivingInput } from './arriving-input';
import type { EarlyWord } from './listen';
import type { Tools } from './prepare-calls';
import type { AgentInput } from './state';
import { isStreamed } from './streamed-tool';

/** What arrives of one answer's calls before the answer is whole, and to whom it goes. */
export interface Arrivals {
  readonly early: EarlyWord;
  /** A call was begun for what arrives now. */
  begin(call: CallId): ArrivingInput;
  /** What arrives now goes to a call that had begun in an attempt that was lost. */
  resume(call: CallId): void;
  /** The answer, which is whole, has this input for the call. */
  whole(call: CallId, input: Json): void;
  /** Nothing more of the answer comes. */
  over(): void;
}

/** A block of the attempt that is being heard. */
interface Block {
  readonly tool: string;
  /** null: its call has not begun. */
  input: ArrivingInputInHand | null;
  hasArrived: boolean;
  /** Its first pieces were not heard by anyone, so that the later ones mean nothing. */
  isMissed: boolean;
}

/** @param feed tells the agent, which then calls `begin` or `resume`, unless it begins nothing any more */
export function arrivalsOf(tools: Tools, feed: (input: AgentInput) => void): Arrivals {
  const inputs = new Map<CallId, ArrivingInputInHand>();
  const blocks = new Map<number, Block>();
  let newest: ArrivingInputInHand | null = null;

  const streams = (name: string) => {
    const tool = tools.get(name);
    return tool !== undefined && isStreamed(tool);
  };

  /** Calls begin in the model's order: none before another that the model has not moved on from. */
  function beginAt(at: number, block: Block): void {
    if ([...blocks].some(([other, { hasArrived }]) => other < at && !hasArrived)) return;
    newest = null;
    feed({ type: 'call-arriving', tool: block.tool });
    block.input = newest;
  }

  const early: EarlyWord = {
    began(at, tool) {
      blocks.set(at, { tool, input: null, hasArrived: false, isMissed: false });
    },
    input(at, json) {
      const block = blocks.get(at);
      if (json === '' || block === undefined || block.isMissed || !streams(block.tool)) return;
      if (block.input === null) beginAt(at, block);
      if (block.input === null) block.isMissed = true;
      else block.input.say({ type: 'piece', json });
    },
    ready(at, call) {
      const block = blocks.get(at) ?? { tool: call.tool, input: null, hasArrived: false, isMissed: false };
      blocks.set(at, block);
      if (!streams(call.tool)) feed({ type: 'call-ready', call });
      else {
        if (block.input === null) beginAt(at, block);
        block.input?.say({ type: 'whole', input: call.input });
      }
      block.hasArrived = true;
    },
    lost() {
      blocks.clear();
      for (const input of inputs.values()) input.say({ type: 'lost' });
      feed({ type: 'attempt-lost' });
    },
  };

  return {
    early,
    begin(call) {
      newest = arrivingInput();
      inputs.set(call, newest);
      return newest;
    },
    resume(call) {
      newest = inputs.get(call) ?? null;
    },
    whole(call, input) {
      inputs.get(call)?.say({ type: 'whole', input });
    },
    over() {
      for (const input of inputs.values()) input.say({ type: 'over' });
      inputs.clear();
    },
  };
}
