import type { DemoInfo } from '../contract/ipc';
import type { DemoName } from '../contract/run-options';
import { approval } from './approval';
import { code } from './code';
import { type Demo, type DemoContext, taskAt } from './demo';
import { dialogRace } from './dialog-race';
import { formFill } from './form-fill';
import { fourReads } from './four-reads';
import { gatherThenAct } from './gather-then-act';
import { handoff } from './handoff';
import { linuxForm } from './linux-form';
import { manager } from './manager';
import { plannedResearch } from './planned-research';
import { process } from './process';
import { subagents } from './subagents';
import { twoWriters } from './two-writers';

export const demos: Readonly<Record<DemoName, Demo>> = {
  'four-reads': fourReads,
  'form-fill': formFill,
  'dialog-race': dialogRace,
  'two-writers': twoWriters,
  'gather-then-act': gatherThenAct,
  'planned-research': plannedResearch,
  code,
  subagents,
  handoff,
  manager,
  process,
  approval,
  'linux-form': linuxForm,
};

/** What a person chooses from, with the places as they are now. */
export function demoInfos(context: DemoContext): readonly DemoInfo[] {
  return Object.values(demos).map(({ info }) => ({ ...info, task: taskAt(info.task, context) }));
}
