import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { interlock } from '../ipc/client';
import { IconButton } from './icon-button';

export interface CopyButtonProps {
  /** What the button copies, in words: `Copy input`. */
  readonly label: string;
  /** Made when it is asked for: it can be long. */
  readonly text: () => string;
}

type Copied = 'no' | 'yes' | 'refused';
const said: Record<Exclude<Copied, 'no'>, string> = { yes: 'Copied', refused: 'The clipboard refused' };

export function CopyButton({ label, text }: CopyButtonProps) {
  const [copied, setCopied] = useState<Copied>('no');
  useEffect(() => {
    if (copied === 'no') return;
    const timer = setTimeout(() => setCopied('no'), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    void interlock()
      .request('text:copy', { text: text() })
      .then((answer) => setCopied(answer.ok ? 'yes' : 'refused'));
  };
  return (
    <>
      <IconButton
        label={copied === 'no' ? label : said[copied]}
        icon={copied === 'yes' ? <Check aria-hidden /> : <Copy aria-hidden />}
        onClick={copy}
      />
      <output className="sr-only">{copied === 'no' ? '' : said[copied]}</output>
    </>
  );
}
