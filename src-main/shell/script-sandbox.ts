import { join } from 'node:path';
import { sandboxThreads } from '../code/sandbox-thread';

/** Beside this file, once both are built. */
export const spawnScriptSandbox = sandboxThreads(join(import.meta.dirname, 'script-sandbox.js'));
