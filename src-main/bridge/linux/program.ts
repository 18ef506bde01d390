import type { Application, Line, Listening, Patience } from '../../../native/linux/atspi';
import type { X11 } from '../../../native/linux/x11';
import { type Toolkit, toolkitOf } from './toolkit';

/** One running program, and all that leads to it. The connections belong to whoever made them. */
export interface Parts {
  readonly line: Line;
  readonly listening: Listening;
  readonly x11: X11;
  readonly application: Application;
  /** As a person knows it. */
  readonly program: string;
}

/** The program during one call. */
export interface Program extends Parts {
  readonly toolkit: Toolkit;
  readonly patience: Patience;
}

/** For one question to the program, in milliseconds. */
export const questionLimit = 2_500;

export function programOf(parts: Parts, signal: AbortSignal): Program {
  return { ...parts, toolkit: toolkitOf(parts.application), patience: { limitMs: questionLimit, signal } };
}
