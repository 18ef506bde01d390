export { getAccessibleId, getAttributes, getChildren, getRole } from './accessible';
export {
  focus,
  insertTextAt,
  type Outcome,
  press,
  reveal,
  revealAt,
  select,
  selectRow,
  setText,
  setValue,
} from './act';
export { getActionCount, getActionName } from './action';
export type { Answer, Trouble, TroubleKind } from './answer';
export {
  type Application,
  type Applications,
  listApplications,
  listWindows,
  readApplication,
  type Window,
} from './applications';
export type { Point, Rect } from './component';
export { connect } from './connect';
export type { AccessibleEvent } from './events';
export { type Following, follow } from './follow';
export { innermostAt } from './innermost-at';
export type { Line, Patience } from './line';
export { lineage } from './lineage';
export { type Listening, listen } from './listen';
export { elementAtPoint, look } from './look';
export { place, type WindowOrigin } from './place';
export type { Budget, Hole, Own, RawNode, RawTree, RawValue, Seen } from './raw-tree';
export { applicationAt, identityOf, type Ref, refOf } from './ref';
export type { RoleWord } from './roles';
export { getSelectedChild, getSelectedCount } from './selection';
export { hasState, type States, type StateWord, stateWords, withState } from './states';
export { getRowAtIndex, getSelectedRowCount } from './table';
export { type Habits, habitsOf, type Toolkit } from './toolkit';
export { untilQuiet } from './until-quiet';
export { getCurrentValue, getMaximumValue } from './value';
export { walk } from './walk';
