import type { WantedTarget } from '../cli';
import { failed, ok, type Result } from '../contract/failure';
import { quotedShort } from '../contract/quoted';
import type { Target } from '../contract/target';
import type { Programs } from '../programs/programs';

/** The target that the command line named: of several programs of one name the topmost. Failure `not_found` where none runs. */
export async function resolveTarget(
  wanted: WantedTarget,
  programs: Pick<Programs, 'list'>,
): Promise<Result<Target>> {
  if (wanted.kind !== 'program_named') return ok(wanted);
  const running = await programs.list();
  if (!running.ok) return running;
  const name = wanted.name.toLowerCase();
  const found = running.value.find(({ id }) => id.name.toLowerCase() === name);
  if (found !== undefined) return ok({ kind: 'program', program: found.id });
  const names = running.value.map(({ id }) => id.name);
  return failed(
    'not_found',
    `No program called ${quotedShort(wanted.name)} shows a window.`,
    names.length === 0 ? 'Start it first.' : `Start it first, or choose one of: ${names.join(', ')}.`,
  );
}
