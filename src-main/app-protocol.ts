import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol, session } from 'electron';
import { contentSecurityPolicy, fileFor, NONCE_PLACEHOLDER } from './renderer-files';

/** Makes app:// an origin like https://. Has to run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the built renderer from `root` at app://interlock/, with its policy as a response header.
 * @param partition of the practice window, which is served the same
 */
export function serveRenderer(root: string, partition: string): void {
  for (const { protocol } of [session.defaultSession, session.fromPartition(partition)])
    protocol.handle('app', (request) => answer(root, request.url));
}

async function answer(root: string, address: string): Promise<Response> {
  const file = fileFor(root, address);
  if (file === null) return new Response('Not one of the app’s files.', { status: 404 });
  let content: Buffer;
  try {
    content = await readFile(file.path);
  } catch {
    return new Response('No such file.', { status: 404 });
  }
  const nonce = randomBytes(16).toString('base64');
  const isPage = file.type.startsWith('text/html');
  const body = isPage
    ? content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)
    : new Uint8Array(content);
  return new Response(body, {
    headers: {
      'content-type': file.type,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
