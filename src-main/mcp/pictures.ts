import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { BlobId } from '../contract/ids';
import type { ImageBlock } from '../contract/messages';
import { plainLine } from './plain-text';
import { bytesOf } from './result-text';

type Picture = Extract<CallToolResult['content'][number], { type: 'image' }>;

/** What model APIs take at once. */
const mostPictures = 8;
const mostBytes = 3_500_000;

export interface KeptPictures {
  readonly blocks: readonly ImageBlock[];
  /** Keeps it, if it can be shown to a model. @returns what is said of it in the text, empty where it is kept */
  take(picture: Picture): string;
}

/** Pictures by what they are, whatever their server calls them: an API refuses all of a message whose label is wrong. */
export function keptPictures(keepBlob: (bytes: Uint8Array) => BlobId): KeptPictures {
  const blocks: ImageBlock[] = [];
  return {
    blocks,
    take({ data, mimeType }) {
      const size = bytesOf(data);
      const called = `a picture, ${plainLine(mimeType, 60)}, ${size} bytes`;
      if (blocks.length === mostPictures) return `(${called}: left out, after ${mostPictures} others)`;
      if (size > mostBytes) return `(${called}: left out, for it is too big)`;
      const bytes = Buffer.from(data, 'base64');
      const mediaType = typeOf(bytes);
      if (mediaType === null) return `(${called}: left out, for it is neither PNG nor JPEG)`;
      blocks.push({ type: 'image', blob: keepBlob(bytes), mediaType });
      return '';
    },
  };
}

function typeOf(bytes: Buffer): ImageBlock['mediaType'] | null {
  const head = bytes.subarray(0, 8).toString('hex');
  if (head === '89504e470d0a1a0a') return 'image/png';
  return head.startsWith('ffd8ff') ? 'image/jpeg' : null;
}
