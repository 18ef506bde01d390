import { z } from 'zod';
import type { Failure } from '../contract/failure';
import type { Tool, ToolDefinition } from './tool';

/**
 * A tool whose input is parsed at this edge, so that `footprint` and `run` can trust it.
 * @throws where the input is not an object with named fields: no model API takes another, and it is a bug of ours
 */
export function defineTool<I>(definition: ToolDefinition<I>): Tool {
  const { name, description, effect, reach, input: schema } = definition;
  return {
    name,
    description,
    effect,
    reach,
    hosts: false,
    inputSchema: objectSchema(name, schema),
    prepare(input) {
      const parsed = schema.safeParse(input);
      if (!parsed.success) return { kind: 'invalid', failure: invalidInput(name, parsed.error) };
      return {
        kind: 'prepared',
        footprint: definition.footprint(parsed.data),
        program: definition.program(parsed.data),
        inWords: definition.inWords(parsed.data),
        run: (context) => definition.run(parsed.data, context),
      };
    },
  };
}

function objectSchema(name: string, schema: z.ZodType): Tool['inputSchema'] {
  const { $schema: _dialect, ...told } = z.toJSONSchema(schema, { io: 'input' });
  if (told.type !== 'object') throw new Error(`the input of ${name} has to be an object`);
  return told;
}

function invalidInput(tool: string, error: z.ZodError): Failure {
  const issues = error.issues.map(({ path, message }) => {
    const field = path.map(String).join('.');
    return field === '' ? message : `${field}: ${message}`;
  });
  return {
    code: 'invalid_input',
    sentence: `The input of ${tool} does not fit: ${issues.join('; ')}.`,
    next: 'Correct the input and call it again.',
  };
}
