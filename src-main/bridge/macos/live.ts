import type { RawElement, ReplyTo } from '../../../native/macos';
import { ok, type Result } from '../../contract/failure';
import type { LiveElement } from '../adapter';
import { nameOf } from '../say';
import { read, write } from './asking';
import { contentName } from './grow';
import type { Memory } from './memory';
import type { Called } from './program';
import { nowhere, roleOf } from './roles';
import { inMenus, namedByContent } from './shape';
import { statesOf } from './states';
import { ownName, ownValue } from './words';

type Told = Extract<ReplyTo<{ readonly kind: 'look'; readonly identity: string }>, { readonly ok: true }>;
type Seen = Told['value'];

/** An element as it is now, in the system's words and in ours. */
export interface Live {
  readonly raw: RawElement;
  readonly element: LiveElement;
  /** Whether it is known that a pointer would reach it. */
  readonly reached: boolean;
}

/** Scrolls it into view first, where it is out of it and can be. */
export async function lookAt(called: Called, identity: string, memory: Memory): Promise<Result<Live>> {
  const first = await seeing(called, identity);
  if (!first.ok) return first;
  const { element, seen } = first.value;
  const isHidden = seen === null && element.actions.includes('AXScrollToVisible');
  const shown = isHidden ? await scrolled(called, element) : first;
  if (!shown.ok) return shown;
  return described(called, shown.value, memory);
}

function seeing(called: Called, identity: string): Promise<Result<Seen>> {
  return read(called, { kind: 'look', identity }, 'element');
}

/** What came of it, the look afterwards tells. */
async function scrolled(called: Called, element: RawElement): Promise<Result<Seen>> {
  const request = { kind: 'act', identity: element.identity, action: 'AXScrollToVisible' } as const;
  await write(called, { ...request, expected: rawWords(element) });
  return seeing(called, element.identity);
}

/** In which the lane recognises it. */
export function rawWords({ role, subrole, names: { title, description } }: RawElement) {
  return { role, subrole, title, description };
}

async function described(called: Called, looked: Seen, memory: Memory): Promise<Result<Live>> {
  const { element: raw, seen } = looked;
  const role = roleOfElement(raw, memory);
  const name = await nameNow(called, raw, role);
  if (!name.ok) return name;
  const inMenu = inMenus.has(role);
  const visible = inMenu || (seen !== null && !raw.states.minimized);
  const states = statesOf(raw, role, visible ? [] : ['offscreen']);
  const hit = inMenu ? null : hitOf(looked, memory);
  const element = {
    role,
    name: name.value,
    value: ownValue(raw.value, role),
    states,
    visible,
    bounds: raw.frame,
    hit,
  };
  return ok({ raw, element, reached: looked.hit?.by.kind === 'itself' && looked.modal === null });
}

function roleOfElement(raw: RawElement, memory: Memory): string {
  return memory.roleOf(raw) ?? roleOf({ ...raw, modal: raw.states.modal }, nowhere);
}

const below = { nodes: 120, depth: 8, children: 60, milliseconds: 2_000 } as const;

/** What is in it is read only where the name comes from there. */
async function nameNow(called: Called, raw: RawElement, role: string): Promise<Result<string>> {
  const own = ownName(raw, role);
  if (own !== '' || !(namedByContent.has(role) || role === 'dialog')) return ok(own);
  const request = { kind: 'snapshot', root: raw.identity, budget: below } as const;
  const inside = await read(called, request, 'element');
  return inside.ok ? ok(contentName(inside.value, role)) : inside;
}

/** A modal stands in front of all of its program, also of what it does not lie over. */
function hitOf({ hit, modal }: Seen, memory: Memory): LiveElement['hit'] {
  if (modal !== null) return { at: hit?.at ?? { x: 0, y: 0 }, covering: wordsOf(modal, memory) };
  if (hit === null) return null;
  switch (hit.by.kind) {
    case 'itself':
    case 'unknown':
      return { at: hit.at, covering: null };
    case 'another':
      return { at: hit.at, covering: wordsOf(hit.by.element, memory) };
    case 'other_program':
      return { at: hit.at, covering: 'a window of another program' };
  }
}

function wordsOf(raw: RawElement, memory: Memory): string {
  const role = roleOfElement(raw, memory);
  return nameOf({ role, name: ownName(raw, role) });
}
