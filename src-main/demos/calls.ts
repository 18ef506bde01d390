import type { ElementRef } from '../contract/ids';
import type { ScriptedCall } from '../providers/scripted/program';

/** The tools that demos call, by the names and inputs under which they are declared. */
export const snapshot = 'snapshot';

/** @param from the line to begin with; 1 for the whole outline */
export function takeSnapshot(from = 1): ScriptedCall {
  return { tool: snapshot, input: from === 1 ? {} : { from } };
}

export function findRole(role: string): ScriptedCall {
  return { tool: 'find', input: { role } };
}

export function findText(text: string): ScriptedCall {
  return { tool: 'find', input: { text } };
}

export function click(ref: ElementRef): ScriptedCall {
  return { tool: 'click', input: { ref } };
}

export function setValue(ref: ElementRef, value: string): ScriptedCall {
  return { tool: 'set_value', input: { ref, value } };
}

export function selectOption(ref: ElementRef, option: string): ScriptedCall {
  return { tool: 'select_option', input: { ref, option } };
}

export function openApp(name: string): ScriptedCall {
  return { tool: 'open_app', input: { name } };
}

/** As when a program takes a moment to save: its window then bears the new name. */
export function waitForWindow(title: string): ScriptedCall {
  return { tool: 'wait_for', input: { text: title, role: 'window', seconds: 10 } };
}

export function pressKey(ref: ElementRef, key: string): ScriptedCall {
  return { tool: 'press_key', input: { ref, key } };
}

export function httpGet(url: string): ScriptedCall {
  return { tool: 'http_get', input: { url } };
}

export function readFile(path: string): ScriptedCall {
  return { tool: 'read_file', input: { path } };
}

export function writeFile(path: string, text: string): ScriptedCall {
  return { tool: 'write_file', input: { path, text } };
}

export const readClipboard: ScriptedCall = { tool: 'clipboard_read', input: {} };

export function writeClipboard(text: string): ScriptedCall {
  return { tool: 'clipboard_write', input: { text } };
}

export function runScript(source: string): ScriptedCall {
  return { tool: 'run_script', input: { source } };
}

export function askPerson(question: string, choices: readonly string[]): ScriptedCall {
  return { tool: 'ask_person', input: { question, choices: [...choices] } };
}
