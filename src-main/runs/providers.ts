import { failed, ok, type Result } from '../contract/failure';
import type { BlobId } from '../contract/ids';
import type { ModelChoice } from '../contract/run-options';
import { demos } from '../demos/index';
import type { Provider } from '../providers/provider';
import { scriptedProvider } from '../providers/scripted/scripted-provider';
import { realSleep } from '../providers/sleep';

/** The bytes of a picture that a message names. */
export type LoadBlob = (blob: BlobId) => Promise<Uint8Array>;
export type ChooseProvider = (choice: ModelChoice, loadBlob: LoadBlob) => Result<Provider>;

/** Milliseconds between two pieces of a demo's answer: quick, and still seen to stream. */
const pieceMs = 12;

export const chooseProvider: ChooseProvider = (choice) => {
  if (choice.provider === 'scripted') {
    const { program } = demos[choice.demo];
    return ok(scriptedProvider(choice.demo, program, { thinkingMs: choice.thinkingMs, pieceMs }, realSleep));
  }
  return failed('unsupported', 'This build has no access to models yet.', 'Run a demo.');
};
