import { z } from 'zod';
import type { ToolCall } from '../../contract/messages';

/**
 * The input of a call from its text. Models write text that is no JSON: then the text itself is the input, which the tool refuses, so
 * that the model hears of it.
 */
export function inputOf(text: string): ToolCall['input'] {
  if (text.trim() === '') return {};
  return isWholeInput(text) ? z.json().parse(JSON.parse(text)) : text;
}

/** Whether it is an object from brace to brace: nothing can be missing of it. */
export function isWholeInput(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The input as a text that any server can read when it comes back: always an object. */
export function textOfInput(input: ToolCall['input']): string {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  return JSON.stringify(isObject ? input : { unreadable: input });
}
