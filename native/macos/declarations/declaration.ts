import type { JsParameter, JsResult, ParameterType, ResultType } from './c-type';

/** One C function as data: what it returns, what it takes, and the header that says so. */
export interface Declaration {
  readonly returns: ResultType;
  readonly takes: readonly ParameterType[];
  readonly header: string;
}

/** The TypeScript function that a declaration amounts to. */
export type Callable<D extends Declaration> = (...values: JsParameters<D['takes']>) => JsResult<D['returns']>;

type JsParameters<T extends readonly ParameterType[]> = { -readonly [I in keyof T]: JsParameter<T[I]> };

export type Callables<Ds extends Readonly<Record<string, Declaration>>> = {
  readonly [Name in keyof Ds]: Callable<Ds[Name]>;
};

export function declare<const R extends ResultType, const T extends readonly ParameterType[]>(
  header: string,
  returns: R,
  takes: T,
): { readonly header: string; readonly returns: R; readonly takes: T } {
  return { header, returns, takes };
}
