import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSDeferredPromise,
  type QuickJSHandle,
  RELEASE_SYNC,
} from 'quickjs-emscripten';
import { thrownSentence } from '../contract/failure';
import type { FromSandbox, ScriptEnd, ToSandbox } from './messages';
import { prelude } from './prelude';

/** A script at work inside an interpreter of its own: no Node, no network, no clock of ours, nothing but the tools it was given. */
export interface Sandbox {
  hear(message: Exclude<ToSandbox, { type: 'run' }>): void;
}

/** Runs the script until it waits for a call; `say` is told of each call, and once of the end. */
export async function openSandbox(
  { source, tools, limits }: Extract<ToSandbox, { type: 'run' }>,
  say: (message: FromSandbox) => void,
): Promise<Sandbox> {
  const runtime = (await freshInterpreter(limits.memoryBytes)).newRuntime();
  runtime.setMaxStackSize(limits.stackBytes);
  const context = runtime.newContext();
  const open = new Map<number, QuickJSDeferredPromise>();
  let calls = 0;
  let computingUntil = 0;
  let isOver = false;
  runtime.setInterruptHandler(() => Date.now() > computingUntil);

  defineHost(context, 'hostCall', (tool, json) => {
    calls += 1;
    const promise = context.newPromise();
    open.set(calls, promise);
    say({ type: 'call', call: calls, tool, json });
    return promise.handle;
  });
  defineHost(context, 'hostPrint', (text) => {
    say({ type: 'printed', text });
    return context.undefined;
  });

  function end(ended: ScriptEnd): void {
    if (isOver) return;
    isOver = true;
    say({ type: 'ended', end: ended });
  }

  function threw(error: QuickJSHandle): void {
    const sentence = told(context, error);
    end(sentence.includes('interrupted') ? { kind: 'too_long' } : { kind: 'threw', sentence });
  }

  /** Lets the script go on as far as it can. */
  function compute(): void {
    if (isOver) return;
    try {
      goOn();
    } catch (broken) {
      // Out of memory or of stack in a way that the interpreter itself does not survive; nobody else uses this one.
      end({ kind: 'threw', sentence: thrownSentence(broken) });
    }
  }

  function goOn(): void {
    begin();
    begin = () => undefined;
    if (isOver) return;
    computingUntil = Date.now() + limits.computingMs;
    const done = runtime.executePendingJobs();
    if (done.error !== undefined) return threw(done.error);
    const state = context.getPromiseState(main);
    if (state.type === 'fulfilled') return end({ kind: 'returned', json: context.getString(state.value) });
    if (state.type === 'rejected') return threw(state.error);
    if (open.size === 0) end({ kind: 'stuck' });
  }

  let main: QuickJSHandle = context.undefined;
  let begin = (): void => {
    computingUntil = Date.now() + limits.computingMs;
    const evaluated = context.evalCode(prelude(tools, source), 'script.js');
    if (evaluated.error === undefined) main = evaluated.value;
    else threw(evaluated.error);
  };
  compute();

  return {
    hear(message) {
      const promise = open.get(message.call);
      if (promise === undefined || isOver) return;
      open.delete(message.call);
      const value = context.newString(message.type === 'answered' ? message.json : refusal(message));
      if (message.type === 'answered') promise.resolve(value);
      else promise.reject(value);
      value.dispose();
      compute();
    },
  };
}

function refusal({ code, sentence }: Extract<ToSandbox, { type: 'refused' }>): string {
  return JSON.stringify({ code, sentence });
}

function defineHost(
  context: QuickJSContext,
  name: string,
  answer: (...texts: [string, string]) => QuickJSHandle,
): void {
  const host = context.newFunction(name, (...handles) => {
    const [first = '', second = ''] = handles.map((handle) => context.getString(handle));
    return answer(first, second);
  });
  context.setProp(context.global, name, host);
  host.dispose();
}

/** What an error says of itself, with its name where that is not plain `Error`. */
function told(context: QuickJSContext, error: QuickJSHandle): string {
  const dumped: unknown = context.dump(error);
  error.dispose();
  if (typeof dumped !== 'object' || dumped === null) return String(dumped);
  const { name, message } = { name: 'Error', message: '', ...dumped };
  return name === 'Error' ? message : `${name}: ${message}`;
}

/**
 * One for each script: the memory that it may take is all the memory that there is. (QuickJS's own limit does not count what is
 * allocated under Emscripten.)
 */
function freshInterpreter(memoryBytes: number) {
  const maximum = Math.floor(memoryBytes / 65_536);
  const wasmMemory = new WebAssembly.Memory({ initial: Math.min(256, maximum), maximum });
  return newQuickJSWASMModuleFromVariant(newVariant(RELEASE_SYNC, { wasmMemory }));
}
