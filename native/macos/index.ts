export type { AxFailure, AxResult } from './accessibility/outcome';
export type { Frame, RawElement, RawNode, RawValue } from './accessibility/raw-node';
export { clipsWhatIsInside, isSurface, meet } from './accessibility/surfaces';
export type { Asked, Loss } from './lane/asked';
export { createLanes, type Lanes } from './lane/lanes';
export type { Hit, ReplyTo, Written } from './lane/replies';
export type { LaneRequest, ReadRequest, Words, WriteRequest } from './lane/requests';
export type { Captured } from './screen/capture';
export type { WindowInfo } from './windows/window-list';
