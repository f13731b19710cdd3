import { HOME_REGION } from '../../../emulator/seed/demo';

export interface RawAnswer {
  readonly status: number;
  readonly code: string | null;
  readonly body: unknown;
}

/** The header of a signed request, as far as the emulator reads it. */
export const signature = (accessKeyId = 'AKIAADMIN', service = 'connect', region = HOME_REGION): { readonly authorization: string } => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});

/** A signed request with just this body, which no SDK would send. */
export async function rawRequest(url: string, method: string, path: string, body?: unknown): Promise<RawAnswer> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${url}${path}`, { method, headers: { ...signature(), 'content-type': 'application/json' }, ...init });
  const text = await response.text();
  return { status: response.status, code: response.headers.get('x-amzn-ErrorType'), body: text === '' ? undefined : JSON.parse(text) };
}
