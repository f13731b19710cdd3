import { ServiceError } from './service-error';

/** What an Authorization header (Signature Version 4) says. The signature itself is not verified. */
export interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

const HEADER = /^AWS4-HMAC-SHA256 .*?Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/;

/** STS and Service Quotas are served as far as a user of Amazon Connect needs them. */
const SERVICES: ReadonlySet<string> = new Set(['connect', 'sts', 'servicequotas']);

export function readCredential(authorization: string | undefined): Credential {
  const [, accessKeyId, region, service] = HEADER.exec(authorization ?? '') ?? [];
  if (!accessKeyId || !region || !service) throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  if (!SERVICES.has(service)) {
    throw new ServiceError('InvalidSignatureException', "Credential should be scoped to correct service: 'connect'.");
  }
  return { accessKeyId, region, service };
}
