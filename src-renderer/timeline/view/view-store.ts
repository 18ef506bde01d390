import type { ActorId, CallId } from '@contract/ids';
import { create } from 'zustand';
import type { TimeWindow } from '../layout/time-scale';
import { firstViewport, type Viewport } from '../layout/viewport';

/** A moment that a person has named. */
export interface Mark {
  readonly name: string;
  readonly time: number;
}

/** What the pointer rests on, and where, in pixels of the canvas. */
export interface Hover {
  readonly x: number;
  readonly y: number;
  readonly time: number | null;
  readonly over: HoverOver;
}

export type HoverOver =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'call'; readonly turn: number; readonly callId: CallId }
  | { readonly kind: 'model'; readonly turn: number }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'hazard'; readonly seq: number }
  | { readonly kind: 'override'; readonly seq: number };

/** How the trace is looked at; nothing of the run itself. */
export interface TimelineView {
  /** Which opened trace it is the view of: it is kept while the trace is, also while nothing of it is shown. */
  readonly of: object | null;
  readonly viewport: Viewport;
  /** The viewport stays at the live edge until the person moves it. */
  readonly atEdge: boolean;
  readonly marks: readonly Mark[];
  /** The actors whose turns are put together into one line. */
  readonly folded: ReadonlySet<ActorId>;
  readonly hover: Hover | null;
  /** A stretch that is being measured on the ruler. */
  readonly measured: TimeWindow | null;
}

export const firstView: TimelineView = {
  of: null,
  viewport: firstViewport,
  atEdge: false,
  marks: [],
  folded: new Set(),
  hover: null,
  measured: null,
};

export const useTimelineView = create<TimelineView>()(() => firstView);
