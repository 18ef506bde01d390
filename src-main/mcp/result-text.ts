import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { plainLine } from './plain-text';

type Block = CallToolResult['content'][number];

/** All of a result that can be said in text, in its order. Pictures are told by `inPlaceOf`. */
export function resultText(
  { content, structuredContent }: CallToolResult,
  inPlaceOf: (picture: Extract<Block, { type: 'image' }>) => string,
): string {
  const texts = content.map((block) => (block.type === 'image' ? inPlaceOf(block) : blockText(block)));
  const structured = structuredContent === undefined ? null : JSON.stringify(structuredContent);
  if (structured !== null && !isSaid(structuredContent, structured, content)) texts.push(structured);
  return texts.filter((text) => text !== '').join('\n');
}

function blockText(block: Exclude<Block, { type: 'image' }>): string {
  switch (block.type) {
    case 'text':
      return block.text;
    case 'audio':
      return `(a sound, ${block.mimeType}, ${bytesOf(block.data)} bytes: it is left out)`;
    case 'resource_link':
      return `(resource ${plainLine(block.uri, 1_000)}, "${plainLine(block.title ?? block.name, 200)}")`;
    case 'resource': {
      const { resource } = block;
      const heading = `(resource ${plainLine(resource.uri, 1_000)})`;
      return 'text' in resource
        ? `${heading}\n${resource.text}`
        : `${heading} (${bytesOf(resource.blob)} bytes, ${resource.mimeType ?? 'of no known type'}: they are left out)`;
    }
  }
}

/** Servers send what is structured as text, too, for clients that know no better: the same, or its one field. */
function isSaid(
  structured: Record<string, unknown> | undefined,
  json: string,
  content: readonly Block[],
): boolean {
  const values = Object.values(structured ?? {});
  return content.some((block) => {
    if (block.type !== 'text') return false;
    return (values.length === 1 && values[0] === block.text) || sameJson(block.text, json);
  });
}

function sameJson(text: string, json: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === json;
  } catch {
    return false;
  }
}

/** Of base64. */
export function bytesOf(base64: string): number {
  return Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
}
