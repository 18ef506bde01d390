import type { ResultContent } from '@contract/messages';
import { LongText } from '../widgets/long-text';
import { BlobPicture } from './blob-picture';

/** What a tool gave back: text as text, pictures as pictures. It is data; nothing of it is followed or rendered. */
export function Output({ content }: { readonly content: readonly ResultContent[] }) {
  return (
    <div className="flex flex-col gap-2">
      {content.map((block, at) =>
        block.type === 'text' ? (
          <Payload key={at} text={block.text} />
        ) : (
          <BlobPicture key={at} blob={block.blob} alt="Picture that the tool gave back" />
        ),
      )}
    </div>
  );
}

export function Payload({ text }: { readonly text: string }) {
  return (
    <pre className="copyable overflow-x-auto whitespace-pre-wrap break-words rounded bg-sunken px-2 py-1.5 font-mono text-sm">
      <LongText text={text} limit={4000} />
    </pre>
  );
}
