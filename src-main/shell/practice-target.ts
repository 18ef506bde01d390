import { debuggerTransport } from '../bridge/practice/debugger-transport';
import { practiceAdapter } from '../bridge/practice/practice-adapter';
import { ok, type Result } from '../contract/failure';
import {
  createPracticeWindow,
  type PracticeWindow,
  type PracticeWindowOptions,
} from '../practice/practice-window';
import type { ReadyTarget } from '../runs/world';

/** The practice window, opened when it is first needed and again after it was closed. */
export interface PracticeTarget {
  ready(): Promise<Result<ReadyTarget>>;
  show(): Promise<Result<null>>;
  close(): void;
}

export function createPracticeTarget(options: PracticeWindowOptions): PracticeTarget {
  let current: PracticeWindow | null = null;

  function open(): { readonly practice: PracticeWindow; readonly isNew: boolean } {
    if (current !== null && !current.isClosed()) return { practice: current, isNew: false };
    current = createPracticeWindow(options);
    return { practice: current, isNew: true };
  }

  return {
    async ready() {
      const { practice } = open();
      const reset = await practice.reset();
      if (!reset.ok) return reset;
      const adapter = practiceAdapter(debuggerTransport(practice.contents));
      return ok({
        adapter,
        doors: null,
        watchPerson: null,
        async record() {
          const record = await practice.record();
          return record.ok ? ok({ practice: record.value, printed: new Map() }) : record;
        },
        close: () => adapter.close(),
      });
    },
    async show() {
      const { practice, isNew } = open();
      const reset = isNew ? await practice.reset() : ok(null);
      practice.show();
      return reset;
    },
    close: () => current?.close(),
  };
}
