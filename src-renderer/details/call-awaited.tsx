import type { Call } from '@contract/trace-model';
import { type AwaitedCall, awaitedBy, type WhyAwaited } from '../trace/awaited';
import { useWholeModel } from '../trace/trace-store';
import { grouped } from '../widgets/units';
import { CallLink } from './call-link';
import type { Fact } from './section';
import { hazardWords } from './words';

/** What a call had to wait for: whose results it uses, and what else had to end first, and why. */
export function useAwaitedFacts(call: Call): readonly Fact[] {
  const { turns } = useWholeModel();
  if (call.admission === null) return [];
  const awaited = awaitedBy(call, turns[call.turn - 1]);
  const needed = awaited.filter(({ why }) => why.kind === 'needed');
  const others = awaited.filter(({ why }) => why.kind !== 'needed');
  const nobody = <span className="text-muted">no other call</span>;
  return [
    ...(needed.length > 0 ? [{ name: 'Needs', value: <AwaitedList all={needed} /> }] : []),
    ...(others.length > 0 || needed.length === 0
      ? [{ name: 'Waits for', value: others.length > 0 ? <AwaitedList all={others} /> : nobody }]
      : []),
  ];
}

/** Of hundreds nobody reads each; those that are left out are counted. */
const listedAtMost = 20;

function AwaitedList({ all }: { readonly all: readonly AwaitedCall[] }) {
  return (
    <ul className="flex flex-col items-start">
      {all.slice(0, listedAtMost).map(({ call, why }) => (
        <li key={call.id} className="flex max-w-full flex-wrap items-baseline gap-x-2">
          <CallLink id={call.id} />
          <Why why={why} />
        </li>
      ))}
      {all.length > listedAtMost && (
        <li className="text-muted">and {grouped(all.length - listedAtMost)} more</li>
      )}
    </ul>
  );
}

function Why({ why }: { readonly why: WhyAwaited }) {
  switch (why.kind) {
    case 'needed':
      if (why.parts.length === 0) return null;
      return (
        <span className="min-w-0 text-muted">
          for{' '}
          <code className="break-all font-mono text-sm">
            {why.parts.map((part) => (part === '' ? 'its result' : part)).join(', ')}
          </code>
        </span>
      );
    case 'conflict':
      return (
        <span className="min-w-0 text-muted">
          {hazardWords[why.conflict.kind].toLowerCase()}:{' '}
          <code className="break-all font-mono text-sm">{why.conflict.resource}</code>
        </span>
      );
    case 'alone':
      return <span className="text-muted">one of the two runs alone</span>;
    case 'order':
      return <span className="text-muted">one after the other</span>;
  }
}
