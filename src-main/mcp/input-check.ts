import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';

/** @returns what does not fit, in words; null where all does */
export type InputCheck = (input: unknown) => string | null;

/**
 * Checks an input against a server's JSON Schema, which is compiled when it is first needed. A schema that can't be
 * compiled lets everything through: the server judges for itself.
 */
export function inputCheck(schema: Readonly<Record<string, unknown>>): InputCheck {
  let check: InputCheck | null = null;
  return (input) => {
    check ??= compiled(schema);
    return check(input);
  };
}

function compiled(schema: Readonly<Record<string, unknown>>): InputCheck {
  try {
    // Its own each time: one that is shared hands out another tool's schema where two have the same $id.
    const validate = new AjvJsonSchemaValidator().getValidator(schema);
    return (input) => {
      const { valid, errorMessage } = validate(input);
      return valid ? null : (errorMessage ?? 'it is not as the schema says');
    };
  } catch {
    return () => null;
  }
}
