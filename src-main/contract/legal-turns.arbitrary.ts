import { ActorKind, ActorOutcome } from './actor';
import { ApprovalId } from './approval';
import { actorId, firstActor } from './ids';
import { type LegalRun, type Worker, workerOf } from './legal-worker.arbitrary';
import { worldOf } from './legal-world.arbitrary';
import { Override } from './run-options';
import type { TraceBody } from './trace-event';

/**
 * What may come next in a legal run, as `next` is asked: turns of its agent, and of the agents, plans and programs that work
 * under calls. `detail` says what is in it.
 */
export function turnsOf(say: (body: TraceBody) => void): Worker {
  let turns = 0;
  let actors = 1;
  let asked = 0;
  let held = false;

  const run: LegalRun = {
    say,
    world: worldOf(say),
    nextTurn() {
      turns += 1;
      return turns;
    },
    nextQuestion() {
      asked += 1;
      return ApprovalId.parse(`a${asked}`);
    },
    host(call, detail) {
      actors += 1;
      const actor = actorId(actors);
      const kind = ActorKind.options[detail % ActorKind.options.length] ?? 'plan';
      const origin = { kind: 'call' as const, call };
      say({ type: 'actor-started', actor, kind, name: 'Helper', task: '', mode: 'mixed', origin });
      const worker = workerOf(run, actor, kind);
      return {
        next: (choice) => worker.next(choice),
        end(choice) {
          worker.end(choice);
          const outcome = ActorOutcome.options[choice % ActorOutcome.options.length] ?? 'failed';
          say({ type: 'actor-ended', actor, outcome, answer: `${choice}`, failure: null });
        },
      };
    },
  };
  const agent = workerOf(run, firstActor, 'agent');

  function hold(): void {
    say(held ? { type: 'run-resumed' } : { type: 'run-held', sentence: 'The pointer was moved.' });
    held = !held;
  }

  function override(detail: number): void {
    const word = Override.options[detail % (Override.options.length + 1)] ?? null;
    say({ type: 'override-changed', tool: 'press', override: word, remembered: detail % 2 === 0 });
  }

  return {
    next(detail) {
      const stop = () => say({ type: 'stop-requested', by: 'button' });
      const rare = new Map([
        [47, () => override(detail)],
        [48, hold],
        [49, stop],
      ]);
      const chosen = rare.get(detail % 50);
      const may: Array<() => void> = chosen === undefined ? [] : [chosen];
      return [...may, ...agent.next(detail)];
    },
    end: (detail) => agent.end(detail),
  };
}
