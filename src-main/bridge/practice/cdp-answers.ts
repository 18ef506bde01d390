import { z } from 'zod';

/** What is read of the protocol's answers. Everything else in them is dropped unseen. */
const AxValue = z.object({ value: z.unknown().optional() });

export const AxNode = z.object({
  nodeId: z.string(),
  ignored: z.boolean(),
  ignoredReasons: z.array(z.object({ name: z.string() })).default([]),
  role: AxValue.optional(),
  name: AxValue.optional(),
  value: AxValue.optional(),
  properties: z.array(z.object({ name: z.string(), value: AxValue })).default([]),
  childIds: z.array(z.string()).default([]),
  backendDOMNodeId: z.int().optional(),
});
export type AxNode = z.infer<typeof AxNode>;

export const AxTree = z.object({ nodes: z.array(AxNode) });

/** Attributes and values are left out: nothing that was typed is read this way. */
export interface DomNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly backendNodeId: number;
  readonly children?: readonly DomNode[] | undefined;
}
export const DomNode: z.ZodType<DomNode> = z.object({
  nodeType: z.int(),
  localName: z.string(),
  backendNodeId: z.int(),
  get children() {
    return z.array(DomNode).optional();
  },
});

export const DomDocument = z.object({ root: DomNode });

export const FrameTree = z.object({
  frameTree: z.object({ frame: z.object({ id: z.string(), loaderId: z.string() }) }),
});

export const FrameNavigated = z.object({
  frame: z.object({ id: z.string(), loaderId: z.string(), parentId: z.string().optional() }),
});

export const World = z.object({ executionContextId: z.int() });

export const Resolved = z.object({ object: z.object({ objectId: z.string() }) });

const thrownInPage = z.object({
  text: z.string(),
  exception: z.object({ description: z.string().optional() }).optional(),
});

export const Called = z.object({
  result: z.object({ value: z.unknown().optional(), objectId: z.string().optional() }),
  exceptionDetails: thrownInPage.optional(),
});

export const Nothing = z.unknown();
