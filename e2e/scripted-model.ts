import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type LoopbackModel,
  loopbackModel,
  type Scripted,
} from '../src-main/providers/loopback-model.fixture';
import { type Launched, launch } from './launch';

/** The window with a model behind it that answers, over the wire, what a test wrote down. */
export interface ScriptedWindow extends Launched {
  readonly server: LoopbackModel;
  /** The settings file as it is now. */
  settings(): Promise<unknown>;
  /** What a file in the workspace holds; null where there is none. */
  written(path: string): Promise<string | null>;
}

/** @param script over Chat Completions, one answer a request */
export async function launchScripted(script: readonly Scripted[]): Promise<ScriptedWindow> {
  const home = await mkdtemp(join(tmpdir(), 'interlock-scripted-'));
  const server = await loopbackModel(script);
  const file = join(home, 'settings.json');
  const settings = { provider: 'openai', openaiBaseUrl: `${server.baseUrl}/v1`, openaiApi: 'chat' };
  await writeFile(file, JSON.stringify(settings));
  const launched = await launch({ home, env: { OPENAI_API_KEY: 'sk-test-0123456789abcdefghij' } });
  return {
    ...launched,
    server,
    settings: async () => JSON.parse(await readFile(file, 'utf8')) as unknown,
    written: (path) => readFile(join(home, 'workspace', path), 'utf8').catch(() => null),
    async close() {
      await launched.close();
      await server.close();
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
