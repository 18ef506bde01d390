import { startRun } from '../../src-main/agent/run';
import { oneAgent } from '../../src-main/agent/succession';
import type { Adapter } from '../../src-main/bridge/adapter';
import type { Consent } from '../../src-main/bridge/consent';
import { createDesk } from '../../src-main/bridge/create-desk';
import { deskPolicies } from '../../src-main/bridge/desk';
import { numberingFromOne } from '../../src-main/bridge/snapshot-book';
import { pauseOn } from '../../src-main/contract/clock';
import { alone } from '../../src-main/contract/crew';
import { RunId } from '../../src-main/contract/ids';
import { traceLegality } from '../../src-main/contract/legality';
import { defaultLimits, type Mode } from '../../src-main/contract/run-options';
import type { TraceModel } from '../../src-main/contract/trace-model';
import { scriptedProvider } from '../../src-main/providers/scripted/scripted-provider';
import { systemClock } from '../../src-main/system-clock';
import { clickTool } from '../../src-main/tools/click';
import { setValueTool } from '../../src-main/tools/set-value';
import { snapshotTool } from '../../src-main/tools/snapshot';
import { blobIdOf } from '../../src-main/trace/blob-folder';
import { formProgram } from './form-program';

/** One run of the form by the real driver, scheduler, desk and adapter. @throws where its events break the law of a trace */
export async function runForm(adapter: Adapter, mode: Mode): Promise<TraceModel> {
  const law = traceLegality();
  const begun = performance.now();
  let seq = 0;
  const desk = createDesk({
    adapter,
    doors: null,
    policy: deskPolicies[mode],
    consent: allowed,
    keepBlob: blobIdOf,
    numbering: numberingFromOne(),
    clock: systemClock,
  });
  await startRun({
    id: RunId.parse('groups'),
    request: {
      task: 'Fill in the form and press OK.',
      target: { kind: 'practice' },
      model: { provider: 'scripted', demo: 'form-fill', thinkingMs: 0 },
      mode,
      limits: defaultLimits,
      overrides: {},
      crew: alone,
      approvals: 'sensitive',
    },
    appVersion: '0.0.0',
    provider: scriptedProvider('form-fill', formProgram, { thinkingMs: 0, pieceMs: 0 }, pauseOn(systemClock)),
    tools: () => [snapshotTool(desk), setValueTool(desk), clickTool(desk)],
    succession: oneAgent,
    consent: allowed,
    clock: systemClock,
    emit(body) {
      seq += 1;
      const at = { wall: Date.now(), mono: performance.now() - begun, provenance: 'recorded' } as const;
      const illegal = law.accept({ ...body, seq, at });
      if (illegal !== null) throw new Error(illegal);
    },
    signal: null,
    verify: null,
  }).done;
  return law.model;
}

const allowed: Consent = {
  allows: () => true,
  ask: async () => ({ kind: 'allowed', typed: null }),
  isHeld: false,
  untilFree: async () => {},
};
