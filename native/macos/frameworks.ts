import koffi from 'koffi';
import { type CTypes, createCTypes } from './c-types';
import { applicationServices } from './declarations/application-services';
import { carbon } from './declarations/carbon';
import { coreFoundation } from './declarations/core-foundation';
import { coreGraphics } from './declarations/core-graphics';
import type { Callables, Declaration } from './declarations/declaration';
import { type Constants, constantSymbols, type Tables, tableSymbols } from './declarations/symbols';
import type { FrameworkPaths } from './framework-paths';

type Calls = Callables<
  typeof coreFoundation & typeof applicationServices & typeof coreGraphics & typeof carbon
>;

/** All the C that is called. A call blocks until it is answered. */
export interface Frameworks {
  readonly call: Calls;
  readonly constants: Readonly<Constants>;
  readonly tables: Readonly<Tables>;
  /** What koffi needs to know of a callback of an observer. */
  readonly types: CTypes;
}

export type Opened =
  | { readonly ok: true; readonly frameworks: Frameworks }
  | { readonly ok: false; readonly problem: 'no_library'; readonly path: string; readonly said: string }
  | { readonly ok: false; readonly problem: 'no_symbols'; readonly symbols: readonly string[] };

const declared = { coreFoundation, applicationServices, coreGraphics, carbon };

/** Binds every function at once, so that a symbol that a system lacks is known before anything is called. */
export function openFrameworks(paths: FrameworkPaths): Opened {
  const types = createCTypes();
  const call: Record<string, unknown> = {};
  const constants: Record<string, bigint> = {};
  const tables: Record<string, bigint> = {};
  const missing: string[] = [];
  const find = (name: string, bind: () => void) => {
    try {
      bind();
    } catch {
      missing.push(name);
    }
  };
  for (const framework of ['coreFoundation', 'applicationServices', 'coreGraphics', 'carbon'] as const) {
    const loaded = load(paths[framework]);
    if (typeof loaded === 'string')
      return { ok: false, problem: 'no_library', path: paths[framework], said: loaded };
    for (const [name, declaration] of Object.entries<Declaration>(declared[framework]))
      find(name, () => {
        const takes = declaration.takes.map((type) => types.parameter(type));
        call[name] = loaded.func(name, types.result(declaration.returns), takes);
      });
    const { [framework]: dereferenced = [] }: Partial<Record<string, readonly string[]>> = constantSymbols;
    for (const name of dereferenced)
      find(name, () => {
        constants[name] = koffi.decode(addressOf(loaded, name), 'void *') as bigint;
      });
    const { [framework]: addressed = [] }: Partial<Record<string, readonly string[]>> = tableSymbols;
    for (const name of addressed)
      find(name, () => {
        tables[name] = addressOf(loaded, name);
      });
  }
  if (missing.length > 0) return { ok: false, problem: 'no_symbols', symbols: missing };
  const frameworks = { call, constants, tables, types } as unknown as Frameworks;
  return { ok: true, frameworks };
}

type Library = ReturnType<typeof koffi.load>;

/** @returns what the loader said where there is no such library */
function load(path: string): Library | string {
  try {
    return koffi.load(path);
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

function addressOf(library: Library, name: string): bigint {
  return library.symbol(name) as bigint;
}
