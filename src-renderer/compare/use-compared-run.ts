import type { Failure } from '@contract/failure';
import type { RunId } from '@contract/ids';
import { reduce } from '@contract/reduce';
import { type RunSummary, summarise } from '@contract/summary';
import { emptyModel, type TraceModel } from '@contract/trace-model';
import { useEffect, useState } from 'react';
import { interlock } from '../ipc/client';

export type ComparedRun =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | {
      readonly state: 'ready';
      readonly id: RunId;
      readonly name: string;
      /** Milliseconds since 1970. */
      readonly startedAt: number;
      readonly model: TraceModel;
      readonly summary: RunSummary;
    };

/** A run as it stands now; a live one is not followed. */
export function useComparedRun(id: RunId): ComparedRun {
  const [answered, setAnswered] = useState<{ readonly id: RunId; readonly run: ComparedRun } | null>(null);
  useEffect(() => {
    let wanted = true;
    const setRun = (run: ComparedRun) => setAnswered({ id, run });
    void interlock()
      .request('runs:open', { id })
      .then((answer) => {
        if (!wanted) return;
        if (!answer.ok) {
          setRun({ state: 'failed', failure: answer.failure });
          return;
        }
        const { events, name } = answer.value;
        const model = events.reduce(reduce, emptyModel);
        const summary = summarise(model);
        if (model.run === null || summary === null) return;
        setRun({ state: 'ready', id, name, startedAt: model.run.at.wall, model, summary });
      });
    return () => {
      wanted = false;
    };
  }, [id]);
  return answered?.id === id ? answered.run : { state: 'loading' };
}
