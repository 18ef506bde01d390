export type { ProposedCall, Report, SettledCall, Work } from './call';
export { failureText } from './endings';
export { executeTurn, type TurnExecution, type TurnSetup } from './execute';
export { modeRules } from './modes';
export type { ModeRules } from './modes/mode';
export { scriptRules } from './modes/script';
export type { TimeLimit } from './time-limit';
