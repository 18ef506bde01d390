import { failed } from '../accessibility/outcome';
import { untilQuiet } from '../accessibility/until-quiet';
import { wake } from '../accessibility/wake';
import { walk } from '../accessibility/walk';
import { withScope } from '../core-foundation/ownership';
import { accessibilityState, isTrusted, mayCaptureScreen, probe } from '../permissions/permissions';
import { listWindows } from '../windows/window-list';
import { focusOf } from './focus';
import { giveInput } from './give-input';
import { lookAt, lookAtPoint } from './look';
import type { Program } from './program';
import type { Reply, ReplyTo } from './replies';
import type { LaneRequest } from './requests';
import { writeTo } from './write-to';

/** Does what is asked for, to its end: most of it without ever giving way. */
export async function answer(
  program: Program,
  request: LaneRequest,
  isCancelled: () => boolean,
): Promise<Reply> {
  const { ax, identities, application, clock, pid } = program;
  switch (request.kind) {
    case 'snapshot':
      return snapshot(program, request.root, request.budget);
    case 'look':
      return lookAt(program, request.identity);
    case 'focused':
      return focusOf(program);
    case 'element_at':
      return lookAtPoint(program, request.at);
    case 'until_quiet':
      return untilQuiet(program.changes(), request.quietMs, request.limitMs, clock, isCancelled);
    case 'windows':
      return listWindows(ax.cf);
    case 'permissions': {
      const trusted = isTrusted(ax.cf);
      const accessibility = accessibilityState(trusted, probe(ax, pid));
      return { accessibility, trusted, screenRecording: mayCaptureScreen(ax.cf) };
    }
    case 'wake':
      return wake(ax, identities, application, clock);
    case 'act':
    case 'set_value':
    case 'set_secret':
    case 'set_state':
      return writeTo(program, request);
    case 'type':
    case 'chord':
    case 'click':
    case 'scroll':
      return giveInput(program, request, isCancelled);
  }
}

function snapshot(
  { ax, identities, application, clock }: Program,
  root: string | null,
  budget: Parameters<typeof walk>[3],
): ReplyTo<Extract<LaneRequest, { readonly kind: 'snapshot' }>> {
  return withScope(ax.cf, (scope) => {
    const known = root === null ? application : identities.find(root);
    if (known === null) return failed('InvalidUIElement');
    return walk(ax, identities, scope.retain(known), budget, () => clock.now());
  });
}
