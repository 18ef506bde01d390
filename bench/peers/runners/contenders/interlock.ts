import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startRun } from '../../../../src-main/agent/run';
import { oneAgent } from '../../../../src-main/agent/succession';
import { createPerson } from '../../../../src-main/consent/person';
import { ApprovalId } from '../../../../src-main/contract/approval';
import { pauseOn } from '../../../../src-main/contract/clock';
import { alone } from '../../../../src-main/contract/crew';
import { unknownFootprint } from '../../../../src-main/contract/footprint';
import { RunId } from '../../../../src-main/contract/ids';
import type { Json } from '../../../../src-main/contract/messages';
import { defaultLimits, type Mode } from '../../../../src-main/contract/run-options';
import { defaultSettings } from '../../../../src-main/contract/settings';
import { anthropicProvider } from '../../../../src-main/providers/anthropic/anthropic-provider';
import { systemClock } from '../../../../src-main/system-clock';
import { defineTool } from '../../../../src-main/tools/define-tool';
import { answer, written } from '../../../../src-main/tools/outcome';
import type { Tool } from '../../../../src-main/tools/tool';
import { createRecorder } from '../../../../src-main/trace/recorder';
import { redactor } from '../../../../src-main/trace/redact';
import type { BenchTool } from '../tool';
import { askOnce, transcriptOf } from './interlock-transcript';
import { apiKey, type Job, modelName, mostTurns, type Runner, type Way } from './runner';

const ways: Readonly<Record<Mode, Way>> = {
  sequential: 'call',
  batch: 'level',
  mixed: 'level',
  planned: 'plan',
};

/** What a plan refers to. */
function valueOf(text: string): Json {
  if (!/^[\d[{"]/.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** A tool of the bench as Interlock knows tools. */
function toolOf(tool: BenchTool): Tool {
  const { name, description, input, effect } = tool;
  return defineTool({
    name,
    description,
    input,
    effect,
    // Reads of the bench are in nobody's way; of a write it is not known beforehand what it touches.
    reach: effect === 'read' ? { reads: [], writes: [] } : unknownFootprint,
    footprint: (given) => tool.footprint(given),
    program: () => null,
    inWords: () => `Use ${name}`,
    run: async (given, { signal }) => {
      const text = await tool.run(given, signal);
      return effect === 'read' ? answer(text, valueOf(text)) : written('observed', text);
    },
  });
}

/**
 * The real loop, provider, scheduler and recorder: all but the tools and the window.
 *
 * @param folder where recordings are made
 */
export function interlock(mode: Mode, folder: string): Runner {
  let runs = 0;
  let closeLatest = async () => {};
  return {
    name: `Interlock, ${mode}`,
    way: ways[mode],
    async prepare({ origin, task, tools, signal }: Job) {
      await closeLatest();
      runs += 1;
      const id = RunId.parse(`${mode}-${runs}`);
      const provider = providerAt(origin);
      const mine = tools.map(toolOf);
      const recorder = createRecorder({
        folder: join(folder, id),
        clock: systemClock,
        redact: redactor(() => [apiKey]),
        heard: () => undefined,
        onBroken: ({ sentence }) => fail(sentence),
        onIllegal: fail,
      });
      // Whoever waits for the run does not wait until its recording would outlast a power cut.
      closeLatest = () => recorder.close();
      return {
        async run() {
          const { done } = startRun({
            id,
            request: {
              task,
              target: { kind: 'practice' },
              model: { provider: 'anthropic', name: modelName },
              mode,
              limits: { ...defaultLimits, concurrentCalls: 64, turns: mostTurns },
              overrides: {},
              crew: alone,
              approvals: 'sensitive',
            },
            appVersion: '0.0.0',
            provider,
            tools: () => mine,
            succession: oneAgent,
            consent: person.attend(recorder.emit, null),
            clock: systemClock,
            emit: recorder.emit,
            signal,
            verify: null,
          });
          const status = await done;
          if (status !== 'completed') throw new Error(`the run ended as ${status}`);
        },
        goOn: (text) => askOnce(provider, transcriptOf(recorder.model), mine, text),
      };
    },
  };
}

function providerAt(origin: string) {
  return anthropicProvider({
    apiKey,
    model: modelName,
    baseUrl: origin,
    maxRetries: 0,
    loadBlob: () => Promise.reject(new Error('there are no pictures')),
    pause: pauseOn(systemClock),
    random: Math.random,
    now: Date.now,
  });
}

const person = createPerson({
  answering: 'all',
  saying: null,
  newId: () => ApprovalId.parse(randomUUID()),
  settings: () => defaultSettings,
});

function fail(sentence: string): never {
  throw new Error(sentence);
}
