import { type BenchTool, jsonSchemaOf, type ObjectSchema } from '../tool';
import { load, versionOf } from './load';
import { apiKey, type Job, maxTokens, modelName, mostTurns, type Runner } from './runner';

interface Messages {
  readonly messages: readonly object[];
}

interface Chat {
  bindTools(tools: readonly object[]): {
    invoke(messages: readonly object[], config: object): Promise<object>;
  };
}

interface Graph {
  addNode(name: string, node: unknown): Graph;
  addEdge(from: string, to: string): Graph;
  addConditionalEdges(from: string, choose: unknown): Graph;
  compile(options: object): { invoke(state: object, config: object): Promise<unknown> };
}

interface LangGraph {
  readonly StateGraph: new (annotation: object) => Graph;
  readonly MessagesAnnotation: object;
  readonly MemorySaver: new () => object;
}

interface Prebuilt {
  readonly ToolNode: new (tools: readonly object[]) => object;
  readonly toolsCondition: unknown;
}

interface LangchainTools {
  tool(
    run: (
      input: Readonly<Record<string, unknown>>,
      config: { readonly signal?: AbortSignal } | undefined,
    ) => Promise<string>,
    tool: { name: string; description: string; schema: ObjectSchema },
  ): object;
}

interface LangchainAnthropic {
  readonly ChatAnthropic: new (options: object) => Chat;
}

/** LangGraph's ToolNode in the graph of its guide, with Anthropic's model. A conversation is kept by its MemorySaver. */
export async function langGraph(): Promise<Runner> {
  const graph = await load<LangGraph>('@langchain/langgraph');
  const { ToolNode, toolsCondition } = await load<Prebuilt>('@langchain/langgraph/prebuilt');
  const langchain = await load<LangchainTools>('@langchain/core/tools');
  const { ChatAnthropic } = await load<LangchainAnthropic>('@langchain/anthropic');
  const toolOf = (each: BenchTool) =>
    langchain.tool((input, config) => each.run(input, config?.signal ?? null), {
      name: each.name,
      description: each.description,
      schema: jsonSchemaOf(each),
    });
  return {
    name: `LangGraph ${await versionOf('@langchain/langgraph')}`,
    way: 'level',
    prepare({ origin, task, tools, signal, isKept }: Job) {
      const mine = tools.map(toolOf);
      const model = new ChatAnthropic({
        apiKey,
        model: modelName,
        anthropicApiUrl: origin,
        maxRetries: 0,
        maxTokens,
      }).bindTools(mine);
      const app = new graph.StateGraph(graph.MessagesAnnotation)
        .addNode('agent', async ({ messages }: Messages, config: object) => ({
          messages: [await model.invoke(messages, config)],
        }))
        .addNode('tools', new ToolNode(mine))
        .addEdge('__start__', 'agent')
        .addConditionalEdges('agent', toolsCondition)
        .addEdge('tools', 'agent')
        .compile(isKept ? { checkpointer: new graph.MemorySaver() } : {});
      const config = { recursionLimit: 2 * mostTurns, ...(isKept && { configurable: { thread_id: '1' } }) };
      const said = (content: string) => ({ messages: [{ role: 'user', content }] });
      return {
        run: () => app.invoke(said(task), { ...config, signal }),
        goOn: (text) => app.invoke(said(text), config),
      };
    },
  };
}
