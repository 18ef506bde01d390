export { type Desktop, type DesktopOptions, startDesktop } from './desktop';
export { shellLines } from './environment';
export type { DesktopFailure, DesktopResult } from './failure';
export type { Ending, Program, ProgramOptions } from './program';
