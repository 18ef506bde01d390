import { setValue } from '../../src-main/demos/calls';
import { errand, pressStep, type Step } from '../../src-main/demos/errand';
import { find, roles, screenAfter } from '../../src-main/demos/screen';
import { readTranscript } from '../../src-main/demos/transcript';
import type { ScriptedAnswer, ScriptedProgram } from '../../src-main/providers/scripted/program';

export const fieldNames = Array.from({ length: 12 }, (_, index) => `Field ${index + 1}`);

export function valueOf(name: string): string {
  return `Value of ${name.toLowerCase()}`;
}

/** Fills all fields and presses OK, as much at once as it may; a dialog that is in the way is declined first. */
export const formProgram: ScriptedProgram = ({ messages }) => {
  const { attempts } = readTranscript(messages);
  const dialog = find(screenAfter(attempts), { roles: roles.button, name: 'Not now' });
  const declined = errand([pressStep(roles.button, 'Not now')], attempts);
  if (dialog !== null && declined.kind === 'go') return { text: '', calls: declined.calls };
  const next = errand([...fieldNames.map(fieldStep), pressStep(roles.button, 'OK')], attempts);
  switch (next.kind) {
    case 'go':
      return { text: '', calls: next.calls };
    case 'stuck':
      return final(`Stuck: ${next.why}.`);
    case 'done':
      return final('Done.');
  }
};

function fieldStep(name: string): Step {
  const value = valueOf(name);
  return {
    wanted: { roles: roles.field, name },
    call: (ref) => setValue(ref, value),
    shown: (element) => element.value === value,
    since: 0,
  };
}

function final(text: string): ScriptedAnswer {
  return { text, calls: [] };
}
