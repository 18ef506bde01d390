import type { z } from 'zod';
import { Called, FrameNavigated, FrameTree, Nothing, Resolved, World } from './cdp-answers';
import { type CdpLine, noAnswer, type Patience } from './cdp-line';

interface Loaded {
  readonly frameId: string;
  /** Changes with every load of the page. */
  readonly loaderId: string;
}

/** For what several calls wait for together: no one of them may call it off. */
const shared: Patience = { limitMs: 2_000, signal: new AbortController().signal };

/** The page's current document: which load it is, and a world of our own in it to call functions in. */
export class Page {
  readonly #line: CdpLine;
  #loaded: Promise<Loaded> | null = null;
  #world: Promise<number> | null = null;

  constructor(line: CdpLine) {
    this.#line = line;
    line.transport.onEvent((method, params) => {
      if (method !== 'Page.frameNavigated') return;
      const { frame } = FrameNavigated.parse(params);
      if (frame.parentId !== undefined) return;
      this.#loaded = Promise.resolve({ frameId: frame.id, loaderId: frame.loaderId });
      this.#world = null;
    });
  }

  async loaderId(): Promise<string> {
    return (await this.#load()).loaderId;
  }

  /** A handle to an element of the current document, to call page functions on. */
  async handle(backendNodeId: number, patience: Patience): Promise<string> {
    const executionContextId = await this.#ownWorld();
    const params = { backendNodeId, executionContextId };
    const { object } = await this.#line.ask('DOM.resolveNode', params, Resolved, patience);
    return object.objectId;
  }

  /** Calls a page function on an element. */
  async call<T>(
    objectId: string,
    functionText: string,
    args: readonly unknown[],
    answer: z.ZodType<T>,
    patience: Patience,
  ): Promise<T> {
    return answer.parse(await this.#called({ objectId }, functionText, args, patience));
  }

  /** Calls a page function on nothing. Waits where it answers later. */
  async evaluate<T>(
    functionText: string,
    args: readonly unknown[],
    answer: z.ZodType<T>,
    patience: Patience,
  ): Promise<T> {
    const executionContextId = await this.#ownWorld();
    return answer.parse(await this.#called({ executionContextId }, functionText, args, patience));
  }

  /** As `call`, for a function that answers with an element; null where it answers with none. */
  async callForHandle(
    objectId: string,
    functionText: string,
    args: readonly unknown[],
    patience: Patience,
  ): Promise<string | null> {
    const params = { objectId, functionDeclaration: functionText, arguments: asArguments(args) };
    const { result } = await this.#line.ask('Runtime.callFunctionOn', params, Called, patience);
    return result.objectId ?? null;
  }

  async #called(
    on: Readonly<Record<string, unknown>>,
    functionText: string,
    args: readonly unknown[],
    patience: Patience,
  ): Promise<unknown> {
    const params = {
      ...on,
      functionDeclaration: functionText,
      arguments: asArguments(args),
      returnByValue: true,
      awaitPromise: true,
    };
    const { result, exceptionDetails } = await this.#line.ask(
      'Runtime.callFunctionOn',
      params,
      Called,
      patience,
    );
    if (exceptionDetails === undefined) return result.value;
    const sentence = exceptionDetails.exception?.description ?? exceptionDetails.text;
    throw noAnswer('internal', `A function failed in the practice window: ${sentence}`, 'Take a snapshot.');
  }

  async #load(): Promise<Loaded> {
    this.#loaded ??= this.#begin();
    const loaded = this.#loaded;
    try {
      return await loaded;
    } catch (thrown) {
      if (this.#loaded === loaded) this.#loaded = null;
      throw thrown;
    }
  }

  /** Focus emulation lets a hidden window take the focus, as one in front would. */
  async #begin(): Promise<Loaded> {
    await this.#line.ask('Page.enable', {}, Nothing, shared);
    await this.#line.ask('Emulation.setFocusEmulationEnabled', { enabled: true }, Nothing, shared);
    const { frameTree } = await this.#line.ask('Page.getFrameTree', {}, FrameTree, shared);
    return { frameId: frameTree.frame.id, loaderId: frameTree.frame.loaderId };
  }

  async #ownWorld(): Promise<number> {
    const { frameId } = await this.#load();
    this.#world ??= this.#line
      .ask('Page.createIsolatedWorld', { frameId, worldName: 'interlock' }, World, shared)
      .then(({ executionContextId }) => executionContextId);
    const world = this.#world;
    try {
      return await world;
    } catch (thrown) {
      if (this.#world === world) this.#world = null;
      throw thrown;
    }
  }
}

function asArguments(args: readonly unknown[]) {
  return args.map((value) => ({ value }));
}
