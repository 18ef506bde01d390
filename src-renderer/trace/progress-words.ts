import type { CallProgress } from '@contract/trace-model';

/** `3 of 10: Copying`. */
export function progressWords({
  progress,
  total,
  message,
}: Pick<CallProgress, 'progress' | 'total' | 'message'>): string {
  const far = total === null ? String(progress) : `${progress} of ${total}`;
  return message === null ? far : `${far}: ${message}`;
}
