import type { PreparedCall, Tool } from '../tools/tool';
import type { ArrivingInput } from './arriving-input';

/** A tool whose calls may begin before their input is whole. */
export interface StreamedTool extends Tool {
  prepareArriving(input: ArrivingInput): PreparedCall;
}

export function isStreamed(tool: Tool): tool is StreamedTool {
  return 'prepareArriving' in tool;
}
