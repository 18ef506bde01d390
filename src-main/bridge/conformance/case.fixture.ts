import assert from 'node:assert/strict';
import type { Node } from '../../contract/accessibility';
import type { FailureCode, Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import {
  type Action,
  type Capability,
  fullBudget,
  type LiveElement,
  refusedBeforehand,
  type SnapshotBudget,
  type Tree,
} from '../adapter';
import type { Arrival, Provocation, Stage } from './stage.fixture';

/** One promise, and how it is put to the proof. Each begins with a program in its first state. */
export interface Case {
  readonly title: string;
  /** What the platform must be able to do for the promise to mean anything. */
  readonly needs: readonly Capability[];
  run(stage: Stage): Promise<void>;
}

/** Thrown where a platform can't be brought into the state that a case is about: it is then skipped, with the reason. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}

export function promise(title: string, needs: readonly Capability[], run: Case['run']): Case {
  return { title, needs, run };
}

export const now = () => new AbortController().signal;

export async function treeOf(stage: Stage, budget: SnapshotBudget = fullBudget): Promise<Tree> {
  return valueOf(await stage.adapter.tree(budget, now()));
}

export function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.failure.code}: ${result.failure.sentence}`);
  return result.value;
}

export function failureOf(result: Result<unknown>): FailureCode {
  assert.ok(!result.ok, 'It was to fail, and did not.');
  assert.notEqual(result.failure.sentence, '');
  assert.notEqual(result.failure.next, '');
  return result.failure.code;
}

/** The one node of this role and name. */
export function nodeIn({ nodes }: Pick<Tree, 'nodes'>, role: string, name: string): Node {
  const found = nodes.filter((node) => node.role === role && node.name === name);
  const [node] = found;
  assert.ok(
    node !== undefined && found.length === 1,
    `There are ${found.length} of ${role} "${name}" among ${nodes.length}.`,
  );
  return node;
}

export function has({ nodes }: Pick<Tree, 'nodes'>, role: string, name: string): boolean {
  return nodes.some((node) => node.role === role && node.name === name);
}

export async function nodeOf(stage: Stage, role: string, name: string): Promise<Node> {
  return nodeIn(await treeOf(stage), role, name);
}

export async function looked(stage: Pick<Stage, 'adapter'>, { identity }: Node): Promise<LiveElement> {
  return valueOf(await stage.adapter.look(identity, now()));
}

export function act(stage: Pick<Stage, 'adapter'>, node: Node, action: Action): Promise<Result<Delivery>> {
  return stage.adapter.act(node.identity, action, node, now());
}

/** Does it, fails the case where that is refused, and waits until the program has come to rest. */
export async function acted(stage: Stage, node: Node, action: Action): Promise<Delivery> {
  const delivery = valueOf(await act(stage, node, action));
  assert.ok(delivery === 'sent' || delivery === 'accepted', `An adapter never claims "${delivery}".`);
  await rest(stage);
  return delivery;
}

export async function rest(stage: Stage): Promise<void> {
  valueOf(await stage.adapter.untilQuiet(80, 4_000, now()));
}

/** It was refused with one of these codes, before anything reached the program. */
export function refused(result: Result<unknown>, ...codes: readonly FailureCode[]): void {
  const code = failureOf(result);
  assert.ok(codes.includes(code), `It was refused as ${code}, not as ${codes.join(' or ')}.`);
  assert.ok(refusedBeforehand.has(code), `${code} does not say that nothing was done.`);
}

export async function provoked(stage: Stage, what: Provocation): Promise<void> {
  const came = await stage.provoke(what);
  if (came.kind === 'cannot') throw new NotHere(came.why);
}

/** What arrived at one element, or at all. */
export async function arrivalsAt(stage: Stage, name: string | null = null): Promise<readonly Arrival[]> {
  const all = await stage.arrivals();
  return name === null ? all : all.filter((each) => each.name === name);
}
