import type { BlobId } from '../contract/ids';

/** The bytes of a picture in the run's blobs. */
export type LoadBlob = (blob: BlobId) => Promise<Uint8Array>;
