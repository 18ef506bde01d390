import type { CallId, RunId } from '@contract/ids';
import type { OpenedTrace } from '@contract/ipc';
import type { TraceEvent } from '@contract/trace-event';
import type { TraceModel } from '@contract/trace-model';
import { create } from 'zustand';
import { heardEvents } from './heard-events';
import { followLive } from './live-run';
import { type ModelHistory, modelHistory } from './model-at';
import { stepsOf } from './step-list';

export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'call'; readonly turn: number; readonly callId: CallId }
  | { readonly kind: 'model'; readonly turn: number }
  /** `seq` of the hazard-found event. */
  | { readonly kind: 'hazard'; readonly seq: number };

export const playSpeeds = [0.5, 1, 2, 4] as const;
export type PlaySpeed = (typeof playSpeeds)[number];

export interface TraceSource {
  readonly id: RunId;
  readonly name: string;
  readonly origin: OpenedTrace['origin'];
  readonly live: boolean;
}

/** The trace in the window. Everything else that is shown is derived from it. */
export interface TraceState {
  readonly source: TraceSource | null;
  readonly events: readonly TraceEvent[];
  /** How many events have happened, as the person sees it. */
  readonly cursor: number;
  /** The cursor stays at the live edge until the person moves it. */
  readonly following: boolean;
  readonly selection: Selection;
  readonly playing: PlaySpeed | null;
  /** Caches of models, new with each opened trace: one goes back and forth, the other only grows. */
  readonly travelled: ModelHistory;
  readonly whole: ModelHistory;
}

export interface TraceActions {
  readonly open: (trace: OpenedTrace) => void;
  readonly close: () => void;
  /** Events of another run than the opened one are kept for when it is opened. */
  readonly append: (id: RunId, events: readonly TraceEvent[]) => void;
  readonly rename: (id: RunId, name: string) => void;
  readonly moveTo: (cursor: number) => void;
  readonly step: (to: 'first' | 'previous' | 'next' | 'last') => void;
  readonly follow: () => void;
  readonly select: (selection: Selection) => void;
  readonly play: (speed: PlaySpeed) => void;
  readonly pause: () => void;
}

const nothing = {
  source: null,
  events: [],
  cursor: 0,
  following: false,
  selection: { kind: 'none' },
  playing: null,
} as const;

function closed(): TraceState {
  return { ...nothing, travelled: modelHistory(), whole: modelHistory() };
}

const heard = heardEvents();

export const useTrace = create<TraceState & TraceActions>()((set, get) => ({
  ...closed(),
  open({ id, name, origin, ...read }) {
    const events = read.live ? [...read.events, ...heard.after(id, read.events.length)] : read.events;
    const live = read.live && events.at(-1)?.type !== 'run-ended';
    if (live) followLive(id, events);
    set({ ...closed(), source: { id, name, origin, live }, events, cursor: events.length, following: live });
  },
  close() {
    set(closed());
  },
  append(id, arrived) {
    heard.hear(id, arrived);
    followLive(id, arrived);
    const { source, events, cursor, following } = get();
    if (source === null || source.id !== id) return;
    const fresh = arrived.filter((event) => event.seq > events.length);
    if (fresh.length === 0) return;
    const all = [...events, ...fresh];
    const live = fresh.at(-1)?.type !== 'run-ended';
    set({ events: all, cursor: following ? all.length : cursor, source: { ...source, live } });
  },
  rename(id, name) {
    const { source } = get();
    if (source !== null && source.id === id) set({ source: { ...source, name } });
  },
  moveTo(cursor) {
    const { events } = get();
    set({ cursor: Math.min(Math.max(0, cursor), events.length), following: false });
  },
  step(to) {
    const state = get();
    const stops = stepsOf(state.whole, state.events);
    state.moveTo(stepFrom(stops, state.cursor, to) ?? state.cursor);
  },
  follow() {
    set({ cursor: get().events.length, following: true, playing: null });
  },
  select(selection) {
    set({ selection });
  },
  play(speed) {
    const { events, cursor } = get();
    set({ playing: speed, following: false, cursor: cursor >= events.length ? 0 : cursor });
  },
  pause() {
    set({ playing: null });
  },
}));

/** Where a step leads, or null where there is none that way. */
export function stepFrom(
  stops: readonly number[],
  cursor: number,
  to: 'first' | 'previous' | 'next' | 'last',
): number | null {
  switch (to) {
    case 'first':
      return stops.at(0) ?? null;
    case 'last':
      return stops.at(-1) ?? null;
    case 'previous':
      return stops.findLast((stop) => stop < cursor) ?? null;
    case 'next':
      return stops.find((stop) => stop > cursor) ?? null;
  }
}

/** The model at the cursor: what the person has travelled to. */
export function useModelAtCursor(): TraceModel {
  return useTrace((state) => state.travelled.at(state.events, state.cursor));
}

/** The model of everything recorded so far: what the timeline draws whole. */
export function useWholeModel(): TraceModel {
  return useTrace((state) => state.whole.at(state.events, state.events.length));
}
