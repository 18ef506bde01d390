import type { Request } from './request';

/** A call without its path and serial: what stays the same however many elements are asked. */
export interface Template {
  /** Header fields after the path, and the padding up to the body. */
  readonly fields: Buffer;
  /** Bytes of `fields` that count as such: without that padding. */
  readonly fieldsLength: number;
  readonly body: Buffer;
}

const fieldCode = { path: 1, interface: 2, member: 3, destination: 6, signature: 8 } as const;
const methodCall = 1;
const protocolVersion = 1;

/** The arguments of calls that are made by the thousand. null for others: those go the general way. */
function bodyOf({ signature, body }: Request<unknown>): Buffer | null {
  if (signature === '') return Buffer.alloc(0);
  const [first, second] = body;
  if (signature === 'u' && typeof first === 'number') return uint32(first);
  if (signature === 's' && typeof first === 'string') return text(first);
  if (signature !== 'ss' || typeof first !== 'string' || typeof second !== 'string') return null;
  return Buffer.concat([padded(text(first), 4), text(second)]);
}

/** @param destination null on a connection without a bus */
export function templateOf(request: Request<unknown>, destination: string | null): Template | null {
  const body = bodyOf(request);
  if (body === null) return null;
  const fields = [
    field(fieldCode.interface, 's', text(request.interface)),
    field(fieldCode.member, 's', text(request.member)),
  ];
  if (destination !== null) fields.push(field(fieldCode.destination, 's', text(destination)));
  if (request.signature !== '') fields.push(field(fieldCode.signature, 'g', shortText(request.signature)));
  const all = Buffer.concat(fields.map((one, index) => (index < fields.length - 1 ? padded(one, 8) : one)));
  return { fields: padded(all, 8), fieldsLength: all.length, body };
}

/** The whole message, little-endian, as the D-Bus specification has it under "Message Format". */
export function encodeCall(
  { fields, fieldsLength, body }: Template,
  path: string,
  flags: number,
  serial: number,
) {
  const pathBytes = Buffer.byteLength(path);
  const pathField = align(8 + pathBytes + 1, 8);
  const message = Buffer.alloc(16 + pathField + fields.length + body.length);
  message[0] = 0x6c;
  message[1] = methodCall;
  message[2] = flags;
  message[3] = protocolVersion;
  message.writeUInt32LE(body.length, 4);
  message.writeUInt32LE(serial, 8);
  message.writeUInt32LE(pathField + fieldsLength, 12);
  message[16] = fieldCode.path;
  message[17] = 1;
  message[18] = 0x6f;
  message.writeUInt32LE(pathBytes, 20);
  message.write(path, 24);
  fields.copy(message, 16 + pathField);
  body.copy(message, 16 + pathField + fields.length);
  return message;
}

function field(code: number, type: 's' | 'g', value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([code, 1, type.charCodeAt(0), 0]), value]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint32(bytes.length), bytes, Buffer.alloc(1)]);
}

function shortText(value: string): Buffer {
  return Buffer.concat([Buffer.from([value.length]), Buffer.from(value), Buffer.alloc(1)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function padded(bytes: Buffer, to: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(align(bytes.length, to) - bytes.length)]);
}

function align(length: number, to: number): number {
  return Math.ceil(length / to) * to;
}
