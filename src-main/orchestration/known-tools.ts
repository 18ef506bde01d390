import { type Crew, membersOf } from '../contract/crew';
import { type Failure, failed, ok, type Result } from '../contract/failure';

/** Every tool that a member names is one that the run has. @returns Failure `invalid_input` where one is not */
export function knownTools(crew: Crew, names: readonly string[]): Result<null> {
  for (const { name, tools } of membersOf(crew)) {
    const unknown = (tools ?? []).filter((tool) => !names.includes(tool));
    if (unknown.length > 0) return refused(name, unknown);
  }
  return ok(null);
}

function refused(name: string, unknown: readonly string[]): { ok: false; failure: Failure } {
  const what =
    unknown.length === 1 ? 'a tool that this run does not have' : 'tools that this run does not have';
  return failed(
    'invalid_input',
    `${name} is to work with ${what}: ${unknown.join(', ')}.`,
    'Choose its tools again, or let it have all.',
  );
}
