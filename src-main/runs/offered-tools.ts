import { toolInfo } from '../agent/tool-info';
import { type Adapter, able } from '../bridge/adapter';
import type { Consent } from '../bridge/consent';
import { createDesk } from '../bridge/create-desk';
import { deskPolicies } from '../bridge/desk';
import { numberingFromOne } from '../bridge/snapshot-book';
import { failed } from '../contract/failure';
import type { ToolInfo } from '../contract/trace-event';
import { createTools, openWorkspace } from '../tools/index';
import { blobIdOf } from '../trace/blob-folder';
import type { World } from './world';

/** The tools of a run that is yet to come: what they are called, and whether they write. */
export function offeredTools({
  workspace,
  clipboard,
  fetch,
  clock,
}: Pick<World, 'workspace' | 'clipboard' | 'fetch' | 'clock'>) {
  const desk = createDesk({
    adapter: noDesktop,
    doors: { list: gone, open: gone },
    policy: deskPolicies.mixed,
    consent: nobodyThere,
    keepBlob: blobIdOf,
    numbering: numberingFromOne(),
    clock,
  });
  const tools = createTools({
    desk,
    consent: nobodyThere,
    workspace: openWorkspace(workspace),
    clipboard,
    fetch,
  });
  return tools.map((tool): ToolInfo => toolInfo(tool));
}

const gone = () =>
  Promise.resolve(failed('target_gone', 'No desktop is open outside of a run.', 'Start a run.'));

const nobodyThere: Consent = {
  allows: () => false,
  ask: () => Promise.resolve({ kind: 'withdrawn' }),
  isHeld: false,
  untilFree: () => Promise.resolve(),
};

const noDesktop: Adapter = {
  app: 'practice',
  program: null,
  abilities: {
    press: able,
    set_value: able,
    set_secret: able,
    select: able,
    focus: able,
    scroll: able,
    show_menu: able,
    pointer: able,
    type: able,
    key: able,
    screenshot: able,
    element_at: able,
    windows: able,
  },
  windows: gone,
  elementAt: gone,
  tree: gone,
  look: gone,
  act: gone,
  input: gone,
  screenshot: gone,
  untilQuiet: gone,
  close: () => Promise.resolve(),
};
