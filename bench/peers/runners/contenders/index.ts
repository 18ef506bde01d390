import { type Entry, inShort } from '../lab';
import { aiSdk } from './ai-sdk';
import { interlock } from './interlock';
import { langGraph } from './langgraph';
import { mastra } from './mastra';
import { openaiAgents } from './openai-agents';
import { openaiRunTools } from './openai-run-tools';
import { plain } from './plain';
import { plainStreamed } from './plain-streamed';
import type { Runner } from './runner';
import { toolRunner } from './tool-runner';

/** Those whose packages are installed for this bench alone. */
const installed: Readonly<Record<string, () => Promise<Runner>>> = {
  'OpenAI Agents': openaiAgents,
  LangGraph: langGraph,
  'AI SDK generateText': () => aiSdk('generateText'),
  'AI SDK streamText': () => aiSdk('streamText'),
  Mastra: mastra,
};

/**
 * Everyone who is measured.
 * @param recordings the folder for ours
 * @param notInstalled why the packages are not there; null where they are
 */
export async function allEntries(recordings: string, notInstalled: string | null): Promise<readonly Entry[]> {
  const own = [
    plain,
    plainStreamed,
    interlock('mixed', recordings),
    interlock('planned', recordings),
    interlock('sequential', recordings),
    toolRunner('toolRunner', false),
    toolRunner('toolRunner, eager', true),
    openaiRunTools,
  ];
  return [
    ...own.map((runner): Entry => ({ kind: 'here', runner })),
    ...(await Promise.all(
      Object.entries(installed).map(([name, load]) => entryOf(name, load, notInstalled)),
    )),
  ];
}

async function entryOf(
  name: string,
  load: () => Promise<Runner>,
  notInstalled: string | null,
): Promise<Entry> {
  if (notInstalled !== null) return { kind: 'missing', name, why: notInstalled };
  try {
    return { kind: 'here', runner: await load() };
  } catch (thrown) {
    return { kind: 'missing', name, why: inShort(thrown) };
  }
}
