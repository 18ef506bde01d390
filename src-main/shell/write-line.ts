import { writeSync } from 'node:fs';

const descriptors = { stdout: 1, stderr: 2 } as const;

/**
 * Written when it returns, for the app may exit right after. Whoever closed the other end no longer listens, and that is no
 * reason to stop; a full pipe is waited for.
 */
export function writeLine(to: keyof typeof descriptors, line: string): void {
  const bytes = Buffer.from(`${line}\n`, 'utf8');
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(descriptors[to], bytes, sent);
    } catch (thrown) {
      const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw thrown;
    }
  }
}
