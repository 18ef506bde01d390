import { closeSync, fsync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';

const synced = promisify(fsync);

/** A new file that lines are added to, each handed to the system before `append` returns. Every method throws on failure. */
export interface AppendFile {
  append(line: string): void;
  /** Resolves once what was appended so far would outlast a power cut. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** @param path must not exist yet */
export function createAppendFile(path: string): AppendFile {
  const fd = openSync(path, 'ax', 0o600);
  let length = 0;
  let isClosed = false;
  let flushing: Promise<void> = Promise.resolve();

  return {
    append(line) {
      // The descriptor may be another file's by now.
      if (isClosed) throw new Error('the recording is closed');
      const bytes = Buffer.from(line, 'utf8');
      try {
        for (let sent = 0; sent < bytes.length; ) sent += writeSync(fd, bytes, sent);
      } catch (thrown) {
        ftruncateSync(fd, length);
        throw thrown;
      }
      length += bytes.length;
    },
    flush() {
      flushing = flushing.then(() => synced(fd));
      return flushing;
    },
    async close() {
      isClosed = true;
      try {
        await flushing;
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
    },
  };
}
