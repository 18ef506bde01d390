import type { BlobId } from '@contract/ids';
import { usePicture } from '../trace/snapshots';
import { FailureNote } from '../widgets/failure-note';
import { RetryButton } from './retry-button';

/** A picture from the run's blobs, no larger than its place. Holds its room while it loads. */
export function BlobPicture({ blob, alt }: { readonly blob: BlobId; readonly alt: string }) {
  const picture = usePicture(blob);
  switch (picture.state) {
    case 'ready':
      return (
        <img
          src={picture.value}
          alt={alt}
          className="max-h-80 max-w-full self-start rounded border object-contain"
        />
      );
    case 'failed':
      return <FailureNote failure={picture.failure} action={<RetryButton onClick={picture.retry} />} />;
    case 'none':
    case 'loading':
      return <div className="h-40 w-64 rounded bg-sunken" aria-hidden />;
  }
}
