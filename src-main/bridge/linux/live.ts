import { hasState } from '../../../native/linux/atspi';
import { ok, type Result } from '../../contract/failure';
import type { LiveElement } from '../adapter';
import { clearOfBars } from './clear-of-bars';
import { type Hit, hitOf } from './covering';
import { type Found, find } from './look';
import type { Memory } from './memory';
import type { Program } from './program';
import { reveal } from './reveal';
import { alone, roleOf } from './roles';
import { inMenus } from './shape';
import { statesOf } from './states';
import { ownName, ownValue } from './words';

/** An element that was found, and how it stands. */
export interface Live {
  readonly found: Found;
  readonly element: LiveElement;
}

/** Scrolls it into view first, where it is out of it. */
export async function lookAt(program: Program, identity: string, memory: Memory): Promise<Result<Live>> {
  const again = () => find(program, identity, memory.learnt);
  const first = await again();
  if (!first.ok) return first;
  const shown = await reveal(program, first.value, again);
  if (!shown.ok) return shown;
  const covered = await hitOf(program, shown.value);
  if (!covered.ok) return covered;
  const sight = await clearOfBars(program, { found: shown.value, hit: covered.value }, again);
  if (!sight.ok) return sight;
  const { found, hit } = sight.value;
  return ok({ found, element: elementOf(program, found, hit, memory) });
}

function elementOf(program: Program, found: Found, hit: Hit | null, memory: Memory): LiveElement {
  const { node } = found;
  if (node === null) return hidden(program, found, memory);
  const { value, states, bounds } = node;
  const role = memory.roleOf(node);
  const visible = inMenus.has(role) || (bounds !== null && !states.includes('offscreen'));
  return { role, name: memory.nameOf(node), value, states, visible, bounds, hit };
}

/** It is still there, and nobody can see it. */
function hidden({ toolkit }: Program, { own, identity }: Found, memory: Memory): LiveElement {
  const role = roleOf(own, toolkit, alone);
  const known = memory.wordsOf(identity);
  return {
    role: known?.role ?? role,
    name: known?.name ?? ownName(own, toolkit),
    value: ownValue(own),
    states: [...statesOf(own, known?.role ?? role, hasState(own.states, 'modal') ? [] : ['offscreen'])],
    visible: false,
    bounds: null,
    hit: null,
  };
}
