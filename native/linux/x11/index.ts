export type { Capture } from './capture';
export type { X11Failure, X11FailureCode, X11Result } from './failure';
export type { PersonInput } from './person';
export type { Button } from './pointer';
export type { Typed } from './typing';
export type { Hit, Point } from './window-at';
export { untilManaged } from './window-manager';
export type { ScreenRect, X11Window } from './windows';
export { openX11, type X11 } from './x11';
