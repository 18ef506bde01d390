import { describe, getChildren, getInterfaces, getName, getRole, getState } from './accessible';
import { type Answer, answer, type Trouble } from './answer';
import { getToolkitName, getToolkitVersion } from './application';
import { getExtents, type Rect } from './component';
import type { Line, Patience } from './line';
import { identityOf, type Ref } from './ref';
import { daemon, desktopRoot, getPid } from './registry';
import type { RoleWord } from './roles';
import type { States } from './states';
import type { Toolkit } from './toolkit';

export interface Window {
  readonly identity: string;
  readonly title: string;
  readonly role: RoleWord;
  readonly states: States;
  /** As the program gives them: see `place`. null where it gives none. */
  readonly extents: Rect | null;
}

export interface Application {
  readonly bus: string;
  readonly root: Ref;
  readonly name: string;
  readonly pid: number;
  readonly toolkit: Toolkit;
}

export interface Applications {
  readonly answering: readonly Application[];
  /** Those that did not tell what they are, by bus name: they hang, or left meanwhile. */
  readonly silent: ReadonlyArray<{ readonly bus: string; readonly why: Trouble }>;
}

export async function listApplications(line: Line, patience: Patience): Promise<Answer<Applications>> {
  const roots = await line.ask(desktopRoot, getChildren, patience);
  if (!roots.ok) return roots;
  const all = await Promise.all(
    roots.value.map(async (root) => ({ root, read: await readApplication(line, root, patience) })),
  );
  return answer({
    answering: all.flatMap(({ read }) => (read.ok ? [read.value] : [])),
    silent: all.flatMap(({ root, read }) => (read.ok ? [] : [{ bus: root.bus, why: read.trouble }])),
  });
}

export async function readApplication(
  line: Line,
  root: Ref,
  patience: Patience,
): Promise<Answer<Application>> {
  const [name, pid, toolkit, version] = await Promise.all([
    line.ask(root, getName, patience),
    line.ask(daemon, getPid(root.bus), patience),
    line.ask(root, getToolkitName, patience),
    line.ask(root, getToolkitVersion, patience),
  ]);
  if (!name.ok) return name;
  if (!pid.ok) return pid;
  return answer({
    bus: root.bus,
    root,
    name: name.value,
    pid: pid.value,
    toolkit: { name: toolkit.ok ? toolkit.value : '', version: version.ok ? version.value : '' },
  });
}

/** In the program's order. One that closes meanwhile is left out. */
export async function listWindows(
  line: Line,
  root: Ref,
  patience: Patience,
): Promise<Answer<readonly Window[]>> {
  const refs = await line.ask(root, getChildren, patience);
  if (!refs.ok) return refs;
  const all = await Promise.all(refs.value.map((ref) => readWindow(line, ref, patience)));
  return answer(all.flatMap((one) => (one === null ? [] : [one])));
}

async function readWindow(line: Line, ref: Ref, patience: Patience): Promise<Window | null> {
  const [described, role, states, interfaces] = await Promise.all([
    line.ask(ref, describe, patience),
    line.ask(ref, getRole, patience),
    line.ask(ref, getState, patience),
    line.ask(ref, getInterfaces, patience),
  ]);
  if (!described.ok || !role.ok || !states.ok || !interfaces.ok) return null;
  const extents = interfaces.value.has('Component')
    ? await line.ask(ref, getExtents, patience)
    : answer(null);
  return {
    identity: identityOf(ref),
    title: described.value.name,
    role: role.value,
    states: states.value,
    extents: extents.ok ? extents.value : null,
  };
}
