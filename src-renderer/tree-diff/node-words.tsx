import type { Node, NodeState } from '@contract/accessibility';
import type { NodeField } from '@contract/snapshot-diff';
import type { ReactNode } from 'react';
import type { MergedNode } from './merged-tree';

/** Role, name, value and states in a line; where one changed, what it was and what it is. */
export function NodeWords({ item }: { readonly item: MergedNode }) {
  const { node, was, change } = item;
  const did = (field: NodeField) => was !== null && change !== null && change.fields.includes(field);
  return (
    <>
      <span className="text-muted">{did('role') ? <Turn from={was?.role} to={node.role} /> : node.role}</span>
      <Name node={node} was={did('name') ? was : null} />
      <Value node={node} was={did('value') ? was : null} />
      <States now={node.states} was={did('states') ? (was?.states ?? []) : node.states} />
    </>
  );
}

function Name({ node, was }: { readonly node: Node; readonly was: Node | null }) {
  if (was !== null)
    return (
      <>
        {' '}
        <Turn from={quoted(was.name)} to={quoted(node.name)} />
      </>
    );
  return node.name === '' ? null : ` ${quoted(node.name)}`;
}

function Value({ node, was }: { readonly node: Node; readonly was: Node | null }) {
  if (was === null && node.value === null) return null;
  const words: ReactNode =
    was === null ? quoted(node.value) : <Turn from={quoted(was.value)} to={quoted(node.value)} />;
  return (
    <>
      <span className="text-muted"> = </span>
      {words}
    </>
  );
}

function States({ now, was }: { readonly now: readonly NodeState[]; readonly was: readonly NodeState[] }) {
  const gone = was.filter((state) => !now.includes(state));
  if (now.length + gone.length === 0) return null;
  return (
    <span className="text-muted text-sm">
      {' '}
      {now.map((state) =>
        was.includes(state) ? (
          `${state} `
        ) : (
          <ins key={state} className="text-added no-underline">{`+${state} `}</ins>
        ),
      )}
      {gone.map((state) => (
        <del key={state} className="text-removed no-underline">{`−${state} `}</del>
      ))}
    </span>
  );
}

function Turn({ from, to }: { readonly from: ReactNode; readonly to: ReactNode }) {
  return (
    <>
      <del className="text-removed decoration-1">{from}</del>
      <span className="text-muted"> → </span>
      <ins className="text-added no-underline">{to}</ins>
    </>
  );
}

/** JSON quotes, so that no text on the screen can pass for a role or a state. */
function quoted(text: string | null): string {
  return text === null ? 'none' : JSON.stringify(text);
}
