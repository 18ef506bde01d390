import type { ModelEvent, ModelRequest, Provider } from '../providers/provider';

/** One request that waits for its answer. */
export interface OpenRequest {
  /** The agent's name; `agent` for the one that a run begins with where it has none. */
  readonly who: string;
  readonly request: ModelRequest;
  say(event: ModelEvent): void;
}

/** Answers several agents at once, each only what a test lets it say. Heeds an abort. */
export interface CrowdModel extends Provider {
  readonly requests: readonly OpenRequest[];
  /** In the order in which they were made. */
  readonly open: OpenRequest[];
}

export function crowdModel(): CrowdModel {
  const requests: OpenRequest[] = [];
  const open: OpenRequest[] = [];
  return {
    label: 'crowd model',
    requests,
    open,
    async *respond(request, signal) {
      const said: ModelEvent[] = [];
      let wake = () => {};
      const asked: OpenRequest = {
        who: /You are ([a-z0-9_-]+),/.exec(request.system)?.[1] ?? 'agent',
        request,
        say(event) {
          said.push(event);
          wake();
        },
      };
      const onAbort = () => asked.say(aborted);
      const close = () => {
        const at = open.indexOf(asked);
        if (at >= 0) open.splice(at, 1);
        signal.removeEventListener('abort', onAbort);
      };
      requests.push(asked);
      open.push(asked);
      if (signal.aborted) onAbort();
      else signal.addEventListener('abort', onAbort, { once: true });
      for (;;) {
        const next = said.shift();
        if (next === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        if (next.type === 'responded' || next.type === 'failed') close();
        yield next;
        if (next.type === 'responded' || next.type === 'failed') return;
      }
    },
  };
}

const aborted: ModelEvent = {
  type: 'failed',
  failure: { code: 'cancelled', sentence: 'The request was aborted.', next: 'Run the task again.' },
};
