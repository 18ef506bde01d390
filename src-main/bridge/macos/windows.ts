import type { RawNode, WindowInfo } from '../../../native/macos';
import { failed, ok, type Result } from '../../contract/failure';
import type { TargetWindow } from '../adapter';
import { read } from './asking';
import { failure, unanswered } from './failures';
import { type Called, questionLimit } from './program';
import { isOrdinary } from './running';

const glance = { nodes: 200, depth: 1, children: 150, milliseconds: 2_000 } as const;

/** The program's windows on the screen, topmost first, with what a picture of each is taken by. */
export async function listOwn(called: Called): Promise<Result<readonly WindowInfo[]>> {
  const { program, signal } = called;
  const asked = await program.ask({ kind: 'windows' }, signal, questionLimit);
  if (asked.kind !== 'answered') return failure(unanswered(asked, { running: program.isRunning() }));
  if (asked.reply === null)
    return failed('not_visible', 'Nobody is logged in at the screen.', 'Log in, then try again.');
  return ok(asked.reply.filter((window) => window.pid === program.pid && isOrdinary(window)));
}

export async function windowsOf(called: Called): Promise<Result<readonly TargetWindow[]>> {
  const [listed, told, focus] = [
    await listOwn(called),
    await read(called, { kind: 'snapshot', root: null, budget: glance }, 'program'),
    await read(called, { kind: 'focused' }, 'program'),
  ];
  if (!listed.ok) return listed;
  if (!told.ok) return told;
  const isFront = focus.ok && focus.value.frontmost;
  return ok(listed.value.map((each, at) => asTarget(each, told.value, isFront && at === 0)));
}

/** The system tells titles only to who may record the screen; the program itself tells them to us. */
function asTarget({ title, bounds }: WindowInfo, told: readonly RawNode[], active: boolean): TargetWindow {
  const windows = told.filter(({ role }) => role === 'AXWindow' || role === 'AXSheet');
  const same = windows.find(({ frame }) => frame !== null && isSamePlace(frame, bounds));
  return {
    title: title ?? same?.names.title ?? '',
    bounds: { ...bounds },
    active,
    modal: same !== undefined && (same.states.modal || same.role === 'AXSheet'),
  };
}

type Place = WindowInfo['bounds'];

function isSamePlace(one: Place, other: Place): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(one[side] - other[side]) < 1);
}
