import type { ScriptedProgram } from '../providers/scripted/program';
import { writeFile } from './calls';
import { final, tried } from './cast';
import { readTranscript, wasDone } from './transcript';

/** What an agent that only writes is told. */
export function writeTask(file: string, lines: readonly string[]): string {
  return [`File: ${file}`, 'Lines:', ...lines].join('\n');
}

export const fileWriter: ScriptedProgram = ({ messages }) => {
  const transcript = readTranscript(messages);
  const [, file, lines] = /^File: (.+)\nLines:\n(.*)$/s.exec(transcript.task) ?? [];
  if (file === undefined || lines === undefined) return final('No file and no lines were named.');
  const write = writeFile(file, lines);
  return wasDone(transcript, write) ? final(`It stands in ${file}.`) : tried(transcript, [write]);
};
