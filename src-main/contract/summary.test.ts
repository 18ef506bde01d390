import { expect, it } from 'vitest';
import { RunId } from './ids';
import { reduce } from './reduce';
import { runRequest } from './run-request.fixture';
import { summarise } from './summary';
import type { TraceEvent } from './trace-event';
import { emptyModel } from './trace-model';

it('tells the time to a tenth of a millisecond', () => {
  const at = (mono: number) => ({ wall: 0, mono, provenance: 'recorded' }) as const;
  const events: TraceEvent[] = [
    {
      type: 'run-started',
      version: 1,
      runId: RunId.parse('run-1'),
      request: runRequest({ task: 'Read' }),
      tools: [],
      system: '',
      appVersion: '0.1.0',
      seq: 1,
      at: at(0),
    },
    { type: 'run-ended', status: 'completed', failure: null, seq: 2, at: at(1234.567_89) },
  ];
  expect(summarise(events.reduce(reduce, emptyModel))?.wallMs).toBe(1234.6);
});
