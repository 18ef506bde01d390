import type { ApprovalId, ApprovalVerdict } from '@contract/approval';
import { useCallback, useEffect, useState } from 'react';
import { answerApproval } from '../shell/actions';

/** Milliseconds before a new question takes an answer: a key or a press that was meant for what stood there before is none. */
export const readingTime = 500;

export interface Answering {
  /** False while the question is too new, and while an answer is on its way. */
  readonly ready: boolean;
  readonly answer: (verdict: ApprovalVerdict, typed: string | null) => void;
}

export function useAnswering(id: ApprovalId): Answering {
  const [read, setRead] = useState<ApprovalId | null>(null);
  const [sent, setSent] = useState<ApprovalId | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRead(id), readingTime);
    return () => clearTimeout(timer);
  }, [id]);
  const ready = read === id && sent !== id;
  const answer = useCallback(
    (verdict: ApprovalVerdict, typed: string | null) => {
      if (!ready) return;
      setSent(id);
      void answerApproval({ id, verdict, typed }).then((taken) => {
        if (!taken) setSent(null);
      });
    },
    [id, ready],
  );
  return { ready, answer };
}
