import type { ImageBlock } from '../../contract/messages';
import type { LoadBlob } from '../load-blob';

/** @throws what `loadBlob` does, where the picture is gone */
export async function dataUrl({ blob, mediaType }: ImageBlock, loadBlob: LoadBlob): Promise<string> {
  return `data:${mediaType};base64,${Buffer.from(await loadBlob(blob)).toString('base64')}`;
}
