import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { failed, ok, type Result, thrownSentence } from '../contract/failure';
import { quotedShort } from '../contract/quoted';

/** The one folder whose files the tools may touch. */
export interface Workspace {
  /** Its real path. */
  readonly root: string;
  /**
   * Where a path of the model's really lies, links followed, whether or not there is a file yet. Also what a footprint names: two
   * ways to one file are one resource.
   */
  locate(path: string): Result<string>;
  /** As the model may call it again. */
  tell(absolute: string): string;
}

/** @throws where the folder does not exist */
export function openWorkspace(folder: string): Workspace {
  const root = realpathSync.native(folder);
  return {
    root,
    locate(path) {
      try {
        const real = realPathOf(resolve(root, path));
        return isWithin(root, real) ? ok(real) : outside(path);
      } catch (thrown) {
        return failed(
          'io_failed',
          `${quotedShort(path, 200)} cannot be followed on the disk: ${thrownSentence(thrown)}`,
          'List the folder that should hold it.',
        );
      }
    },
    tell: (absolute) => relative(root, absolute) || '.',
  };
}

/** Resolves links as far as the path exists; the rest cannot hold any. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (thrown) {
    if (codeOf(thrown) !== 'ENOENT' || dirname(path) === path) throw thrown;
    return join(realPathOf(dirname(path)), basename(path));
  }
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function outside(path: string): Result<never> {
  return failed(
    'outside_workspace',
    `${quotedShort(path, 200)} lies outside of the workspace folder.`,
    'Use a path inside it; list_files shows what is there.',
  );
}

/** `ENOENT` and the like; empty where a thrown value has none. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

export function ioFailed(doing: string, thrown: unknown): { ok: false; failure: IoFailure } {
  const code = codeOf(thrown);
  const words = knownCodes[code] ?? thrownSentence(thrown);
  return {
    ok: false,
    failure: {
      code: code === 'ENOENT' ? 'not_found' : 'io_failed',
      sentence: `${doing} failed: ${words}.`,
      next: 'List the folder to see what is there.',
    },
  };
}

interface IoFailure {
  readonly code: 'not_found' | 'io_failed';
  readonly sentence: string;
  readonly next: string;
}

const knownCodes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'the name is too long',
};
