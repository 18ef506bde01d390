import type { ApprovalOutcome } from '@contract/approval';
import type { Effect } from '@contract/footprint';
import type { Call, ChangedOverride, HazardEntry } from '@contract/trace-model';
import type { Nesting } from './nesting';

/** What is to be painted, in pixels of the canvas. Made anew for each frame from what is in sight; knows no colours. */
export interface Scene {
  readonly groups: readonly GroupShape[];
  readonly bars: readonly BarShape[];
  readonly leads: readonly LeadShape[];
  readonly hazards: readonly HazardShape[];
  readonly waits: readonly WaitShape[];
  readonly holds: readonly HoldShape[];
  readonly overrides: readonly OverrideShape[];
}

export interface GroupShape {
  readonly turn: number;
  readonly nesting: Nesting;
  readonly folded: boolean;
  readonly top: number;
  readonly height: number;
  readonly duration: number | null;
  readonly bracket: BracketShape | null;
  /** Whether the turn's time lies wholly left or right of what is in sight. */
  readonly away: 'left' | 'right' | null;
}

export interface BracketShape {
  readonly top: number;
  readonly bottom: number;
  /** `3 of 4 overlapped` */
  readonly text: string;
}

export type BarOf =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'model'; readonly turn: number }
  /** Neighbours of one lane, too narrow to be told apart. */
  | { readonly kind: 'several'; readonly turn: number; readonly count: number };

export type BarTone =
  | 'sequential'
  | 'parallel'
  | 'lost'
  | 'pause'
  | 'thinking'
  | 'streaming'
  | 'never'
  | 'waiting';

export interface BarShape {
  readonly of: BarOf;
  readonly tone: BarTone;
  readonly effect: Effect | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly open: boolean;
  readonly failed: boolean;
  /** Whether a hazard's mark stands at its beginning. */
  readonly marked: boolean;
  readonly label: BarLabel | null;
  /** The stretches in which the call waited for the person, left to right. */
  readonly waits: readonly Stretch[];
  /** Free pixels to the right, where a label may stand that does not fit inside. */
  readonly room: number;
}

export interface BarLabel {
  /** With how long it took. */
  readonly long: string;
  readonly short: string;
  /** Whether the short one may be cut. */
  readonly elide: boolean;
}

export interface Stretch {
  readonly x: number;
  readonly width: number;
}

/** Time within a call's bar in which it waited for the person. */
export interface WaitShape extends Stretch {
  readonly y: number;
  readonly height: number;
  readonly outcome: ApprovalOutcome | null;
}

/** Time in which the person had the desktop to themselves, from top to bottom. */
export interface HoldShape extends Stretch {
  readonly open: boolean;
}

/** Where the person changed their word on a tool: a line through all turns, with a flag on the ruler. */
export interface OverrideShape {
  readonly change: ChangedOverride;
  readonly x: number;
  readonly label: string;
}

export interface LeadShape {
  readonly call: Call;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface HazardShape {
  readonly entry: HazardEntry;
  readonly x: number;
  readonly y: number;
  /** Where the line to the earlier call ends; null where that call is of another turn. */
  readonly other: { readonly x: number; readonly y: number } | null;
}
