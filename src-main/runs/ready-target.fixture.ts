import type { Adapter } from '../bridge/adapter';
import { ok } from '../contract/failure';
import type { ReadyTarget } from './world';

/** A target to which nothing happened, that nobody else uses. */
export function readyOn(adapter: Adapter): ReadyTarget {
  return {
    adapter,
    doors: null,
    watchPerson: null,
    record: async () => ok({ practice: [], printed: new Map() }),
    close: () => adapter.close(),
  };
}
