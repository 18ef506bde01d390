import type { DemoInfo } from '../contract/ipc';
import type { DemoName } from '../contract/run-options';
import { type Demo, taskAt } from './demo';
import { dialogRace } from './dialog-race';
import { formFill } from './form-fill';
import { fourReads } from './four-reads';
import { gatherThenAct } from './gather-then-act';
import { twoWriters } from './two-writers';

export const demos: Readonly<Record<DemoName, Demo>> = {
  'four-reads': fourReads,
  'form-fill': formFill,
  'dialog-race': dialogRace,
  'two-writers': twoWriters,
  'gather-then-act': gatherThenAct,
};

/** What a person chooses from, with the addresses of the reading service as it runs now. */
export function demoInfos(readings: string): readonly DemoInfo[] {
  return Object.values(demos).map(({ info }) => ({ ...info, task: taskAt(info.task, readings) }));
}
