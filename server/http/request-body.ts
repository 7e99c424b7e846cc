import { formValues } from './form-values.ts';
import { Problem } from './problem.ts';

const USUAL_MOST_BYTES = 1_000_000;

/** What a request carries: values, and files by field. */
export interface Carried {
  readonly values: unknown;
  readonly files: Readonly<Record<string, File>>;
}

const NOTHING: Carried = { values: {}, files: {} };

/**
 * The body of a request: a form, a form with files, or JSON.
 *
 * @throws Problem `too-large`, `wrong-kind`, `not-understood`
 */
export async function requestBody(request: Request, mostBytes = USUAL_MOST_BYTES): Promise<Carried> {
  if (request.method === 'GET' || request.method === 'HEAD') return NOTHING;
  const kind = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  const bytes = await limited(request, mostBytes);
  if (bytes.length === 0) return NOTHING;
  if (kind === 'application/json') return { values: fromJson(bytes), files: {} };
  if (kind === 'application/x-www-form-urlencoded')
    return { values: formValues(new URLSearchParams(new TextDecoder().decode(bytes))), files: {} };
  if (kind === 'multipart/form-data') return fromParts(request, bytes);
  throw new Problem('wrong-kind');
}

async function limited(request: Request, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw new Problem('too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw new Problem('too-large');
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function fromJson(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      refuseOdd,
    );
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    if (error instanceof Problem) throw error;
  }
  throw new Problem('not-understood', { text: 'problem.json' });
}

/** Names that reach the prototype of an object, and numbers that JSON can write and nobody can mean: 1e309, -0. */
function refuseOdd(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype')
    throw new Problem('not-understood', { text: 'problem.field-name', values: { name: key } });
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    throw new Problem('not-understood', { text: 'problem.number' });
  return value;
}

async function fromParts(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<Carried> {
  const again = new Response(bytes, { headers: { 'content-type': request.headers.get('content-type')! } });
  const parts = await again.formData().catch(() => {
    throw new Problem('not-understood');
  });
  const texts: [string, string][] = [];
  const files: Record<string, File> = Object.create(null) as Record<string, File>;
  for (const [name, value] of parts.entries()) {
    if (typeof value === 'string') texts.push([name, value]);
    else if (name in files)
      throw new Problem('not-understood', {
        text: 'problem.field-name',
        values: { name: name.slice(0, 80) },
      });
    else if (value.size > 0 || value.name !== '') files[name] = value;
  }
  return { values: formValues(texts), files };
}
