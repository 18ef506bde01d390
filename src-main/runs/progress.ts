import type { Failure } from '../contract/failure';
import { summarise } from '../contract/summary';
import type { EventOf, TraceEvent } from '../contract/trace-event';
import type { TraceModel } from '../contract/trace-model';

/** What a person reads while a run goes on without a window: one line a thing that matters. */
export function progressLines(event: TraceEvent, model: TraceModel): string[] {
  switch (event.type) {
    case 'run-started':
      return [`run ${event.runId}, ${event.request.mode}`];
    case 'actor-started':
      return event.kind === 'agent' ? [`agent ${event.actor}  ${event.name} begins`] : [];
    case 'actor-ended':
      return agentLine(event, model);
    case 'model-retrying':
      return [`  model  retries in ${ms(event.delayMs)}: ${sayFailure(event.failure)}`];
    case 'model-responded':
      return [`turn ${event.turn}  model ${modelTime(event, model)}  ${asked(event)}`];
    case 'model-failed':
      return [`turn ${event.turn}  model failed: ${sayFailure(event.failure)}`];
    case 'call-ended':
      return [callLine(event, model)];
    case 'hazard-found':
      return [`  hazard  ${event.hazard.sentence}`];
    case 'stop-requested':
      return [`stopping (${event.by.replaceAll('_', ' ')})`];
    case 'run-verified':
      return event.checks.map(
        ({ passed, name, sentence }) => `${passed ? 'proved' : 'NOT SO'}  ${name}: ${sentence}`,
      );
    case 'run-ended':
      return lastLines(event, model);
    default:
      return [];
  }
}

function ms(duration: number): string {
  return duration < 1000 ? `${Math.round(duration)} ms` : `${(duration / 1000).toFixed(2)} s`;
}

function sayFailure({ code, sentence }: Failure): string {
  return `${code}: ${oneLine(sentence)}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function modelTime(event: EventOf<'model-responded'>, model: TraceModel): string {
  const requestedAt = model.turns[event.turn - 1]?.model?.requestedAt ?? event.at.mono;
  return ms(event.at.mono - requestedAt);
}

function asked({ content }: EventOf<'model-responded'>): string {
  const calls = content.filter((block) => block.type === 'tool_call').length;
  const text = content.find((block) => block.type === 'text')?.text ?? '';
  const count = calls === 1 ? '1 call' : `${calls} calls`;
  return text === '' ? count : `${count}  "${oneLine(text).slice(0, 100)}"`;
}

function agentLine({ actor, outcome, failure }: EventOf<'actor-ended'>, model: TraceModel): string[] {
  const ended = model.actors.find(({ id }) => id === actor);
  if (ended?.kind !== 'agent') return [];
  return [
    `agent ${actor}  ${ended.name} ${outcome}  ${failure === null ? '' : sayFailure(failure)}`.trimEnd(),
  ];
}

function callLine(event: EventOf<'call-ended'>, model: TraceModel): string {
  const call = model.turns[event.turn - 1]?.calls.find(({ id }) => id === event.callId);
  const startedAt = call?.startedAt ?? null;
  const duration = startedAt === null ? 'not run' : ms(event.at.mono - startedAt);
  const ending = event.failure === null ? (event.delivery ?? '') : sayFailure(event.failure);
  return `  ${(call?.tool ?? '').padEnd(16)} ${event.outcome.padEnd(10)} ${duration.padStart(8)}  ${ending}`.trimEnd();
}

function lastLines({ status, failure }: EventOf<'run-ended'>, model: TraceModel): string[] {
  const summary = summarise(model);
  if (summary === null) return [];
  const { turns, calls, wallMs, maxConcurrency, hazards, verified } = summary;
  const proof = verified === null ? '' : `, ${verified ? 'verified' : 'not verified'}`;
  const numbers = `${turns} turns, ${calls} calls, ${maxConcurrency} at once at most, ${hazards} hazards`;
  const why = failure === null ? [] : [`${sayFailure(failure)} ${failure.next}`];
  return [...why, `${status} in ${ms(wallMs)}: ${numbers}${proof}`];
}
